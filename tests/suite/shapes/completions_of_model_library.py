"""A library of model providers is called synchronously below async nodes, with sleeps between tries."""
import time

import litellm
from litellm import acompletion, completion


class RateLimited(Exception):
    pass


class Model:
    def __init__(self, name: str) -> None:
        self.name = name

    def _with_retries(self, messages: list[dict]) -> str:
        for attempt in range(5):
            try:
                return litellm.completion(model=self.name, messages=messages).choices[0].message.content
            except RateLimited:
                time.sleep(2**attempt)
        raise RuntimeError

    def complete(self, text: str) -> str:
        return self._with_retries([{"role": "user", "content": text}])


class Node:
    def __init__(self, model: Model) -> None:
        self.model = model

    async def execute(self, text: str) -> str:
        return self.model.complete(text)  # CNC101 CNC102

    async def direct(self, text: str) -> str:
        return completion(model="small", messages=[{"content": text}]).choices[0]  # CNC102

    async def awaited(self, text: str) -> str:
        return (await acompletion(model="small", messages=[{"content": text}])).choices[0]
