"""The wrapper is a coroutine and pauses with `time.sleep`: the defect stands in the wrapper."""
import functools
import time


def paced(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        time.sleep(0.2)  # CNC101
        return await function(*args, **kwargs)

    return wrapper


@paced
async def send(text: str) -> str:
    return text


async def broadcast(texts: list[str]) -> list[str]:
    return [await send(text) for text in texts]
