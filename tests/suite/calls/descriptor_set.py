"""Assigning the attribute runs the descriptor's `__set__`, which stores the value in Redis."""
import redis

store = redis.Redis()


class Remote:
    def __set_name__(self, owner, name: str) -> None:
        self.key = f"{owner.__name__}.{name}"

    def __set__(self, instance, value) -> None:
        store.set(self.key, value)


class Settings:
    banner = Remote()


async def announce(text: str) -> None:
    settings = Settings()
    settings.banner = text  # CNC105
