"""Commands on a pipeline are only buffered; `execute` sends them and waits for the answers."""
import redis

r = redis.Redis()


async def count_hit(path: str) -> list:
    return r.pipeline().incr(f"hits:{path}").expire(f"hits:{path}", 3600).execute()  # CNC105
