"""Making a list of `Executor.map` waits for every result on the loop."""
from concurrent.futures import ProcessPoolExecutor

pool = ProcessPoolExecutor()


def score(document: str) -> int:
    return sum(map(ord, document))


async def scores(documents: list[str]) -> list[int]:
    return list(pool.map(score, documents))  # CNC106
