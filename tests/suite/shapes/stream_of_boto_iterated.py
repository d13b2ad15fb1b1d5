"""An event stream of a cloud is read by a sync `for` inside an async generator, and by next()."""
import asyncio
import json
from collections.abc import AsyncIterator, Iterator

import boto3


class Bedrock:
    def __init__(self, region: str) -> None:
        self._runtime = boto3.client("bedrock-runtime", region_name=region)

    async def stream(self, body: dict) -> AsyncIterator[str]:
        response = self._runtime.invoke_model_with_response_stream(modelId="m", body=json.dumps(body))  # CNC107
        for event in response["body"]:
            yield event["chunk"]["bytes"]

    async def whole(self, body: dict) -> bytes:
        response = await asyncio.to_thread(self._runtime.invoke_model, modelId="m", body=json.dumps(body))
        return response["body"].read()


def lines(url: str) -> Iterator[str]:
    import requests

    with requests.get(url, stream=True) as response:
        yield from response.iter_lines()


async def first(url: str) -> str:
    source = lines(url)
    return next(source)  # CNC102


async def relay(url: str) -> AsyncIterator[str]:
    for line in lines(url):  # CNC102
        yield line
