"""A limiter that coroutines enter makes no threads."""
import anyio
limiter = anyio.CapacityLimiter(250)
async def load(client, url):
    async with limiter:
        return await client.get(url)
