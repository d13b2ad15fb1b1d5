"""`asyncio.run` in a worker thread has no other loop in its way."""
import asyncio


async def collect(shard: int) -> int:
    await asyncio.sleep(0.1)
    return shard


def collect_in_own_loop(shard: int) -> int:
    return asyncio.run(collect(shard))


async def collect_all(shards: list[int]) -> list[int]:
    return [await asyncio.to_thread(collect_in_own_loop, shard) for shard in shards]
