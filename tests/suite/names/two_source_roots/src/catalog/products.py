"""`src/` and the project root are both source roots: the helper stands in a package beside `src/`."""
from devtools.throttle import throttle


async def list_products(page: int) -> list[int]:
    throttle()  # CNC101
    return list(range(page * 10, page * 10 + 10))
