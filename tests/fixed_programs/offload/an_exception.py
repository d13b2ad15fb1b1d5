# offload: asyncio anyio
import time


def fail():
    time.sleep(0.01)
    raise KeyError("x")


async def main():
    try:
        fail()
    except KeyError as error:
        return error.args
