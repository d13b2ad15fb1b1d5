"""Reading the property runs its getter, which asks Redis."""
import redis


class Cart:
    def __init__(self, user_id: int) -> None:
        self.user_id = user_id
        self._db = redis.Redis()

    @property
    def item_count(self) -> int:
        return self._db.llen(f"cart:{self.user_id}")


async def badge(user_id: int) -> str:
    cart = Cart(user_id)
    return str(cart.item_count)  # CNC105
