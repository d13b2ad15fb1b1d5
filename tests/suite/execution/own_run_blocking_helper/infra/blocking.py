import anyio.to_thread
from functools import partial


async def run_blocking(function, *args, **kwargs):
    return await anyio.to_thread.run_sync(partial(function, *args, **kwargs))
