# offload: asyncio anyio
import contextlib
import time


def failing():
    time.sleep(0.01)
    raise KeyError("x")


async def main():
    with contextlib.suppress(KeyError):
        failing()
    async with contextlib.AsyncExitStack():
        try:
            failing()
        except KeyError as error:
            return error.args
