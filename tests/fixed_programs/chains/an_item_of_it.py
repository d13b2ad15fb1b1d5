# offload: asyncio anyio
import json


def settings(name):
    with open(name, encoding="utf-8") as file:
        return {"lines": file.read().splitlines()}


async def main():
    return json.dumps(settings("data.txt")["lines"][-1])
