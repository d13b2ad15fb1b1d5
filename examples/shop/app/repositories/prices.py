import redis

from app.settings import get_settings


class PriceCache:
    def __init__(self) -> None:
        self._redis = redis.Redis.from_url(get_settings().redis_url, decode_responses=True)

    def price_of(self, sku: str) -> int | None:
        cents = self._redis.hget("prices", sku)
        return int(cents) if cents is not None else None

    def replace(self, prices: dict[str, int]) -> None:
        with self._redis.pipeline() as pipeline:
            pipeline.delete("prices")
            pipeline.hset("prices", mapping=prices)
            pipeline.execute()


prices = PriceCache()
