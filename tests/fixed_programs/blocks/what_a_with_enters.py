# offload: asyncio anyio
import contextlib
import time


def prepared(name):
    time.sleep(0.01)
    return [name]


async def main():
    with contextlib.nullcontext(prepared("a")) as held:
        return held
