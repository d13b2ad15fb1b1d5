"""The `in` operator runs `__contains__`, which asks Redis."""
import redis


class BlockList:
    client = redis.Redis()

    def __contains__(self, address: str) -> bool:
        return bool(self.client.sismember("blocked", address))


blocked = BlockList()


async def admit(address: str) -> bool:
    return address not in blocked  # CNC105
