"""`timeout=0` asks for a result that must be there already."""
from concurrent.futures import Future


async def result_if_any(future: Future) -> object:
    try:
        return future.result(timeout=0)
    except TimeoutError:
        return None
