"""The factory in another module has no annotation; what it returns is a synchronous Redis client."""
from cachelib.factory import connect


async def clear_cart(user_id: int) -> None:
    carts = connect("carts")
    carts.delete(f"cart:{user_id}")  # CNC105
