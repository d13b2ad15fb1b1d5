"""`result` of a concurrent future waits for the pool's thread."""
from concurrent.futures import Future, ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=2)


def tokenise(text: str) -> list[str]:
    return text.split()


async def tokens(text: str) -> list[str]:
    future: Future = pool.submit(tokenise, text)
    return future.result(timeout=3)  # CNC106
