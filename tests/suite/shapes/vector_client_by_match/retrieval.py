from starlette.concurrency import run_in_threadpool

from .vectors import CLIENT


def nearest(name: str, vector: list[float]) -> list:
    return CLIENT.search(name, vector)


async def answer(name: str, vector: list[float]) -> list:
    return nearest(name, vector)  # CNC102 CNC105


async def answer_elsewhere(name: str, vector: list[float]) -> list:
    return await run_in_threadpool(nearest, name, vector)
