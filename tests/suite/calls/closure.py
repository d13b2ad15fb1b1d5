"""A factory returns a nested function that closes over its client; calling it blocks."""
import redis


def make_counter(name: str):
    client = redis.Redis()

    def increment() -> int:
        return client.incr(name)

    return increment


page_views = make_counter("views")


async def view(page: str) -> str:
    page_views()  # CNC105
    return page
