"""`__new__` keeps one object in the class, and gives it its client."""

import redis


class Pool:
    _self = None

    def __new__(cls):
        if cls._self is None:
            cls._self = super().__new__(cls)
            cls._self.client = redis.Redis()
        return cls._self

    def get(self, key):
        return self.client.get(key)


async def get(key):
    return Pool().get(key)  # CNC105
