# select: CNC405
# offload: asyncio anyio
# before: (None, True)
# after: ('shop', True)
import asyncio
import contextvars

tenant = contextvars.ContextVar("tenant", default=None)


class Store:
    def __init__(self):
        self.loop = asyncio.get_running_loop()

    async def owner(self):
        return await self.loop.run_in_executor(None, tenant.get)


async def main():
    tenant.set("shop")
    store = Store()
    return await store.owner(), store.loop.is_running()
