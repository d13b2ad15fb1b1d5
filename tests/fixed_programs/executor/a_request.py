# select: CNC405
# offload: asyncio anyio
# before: none
# after: 17
import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")


def handled():
    return request.get()


async def main():
    request.set(17)
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, handled)
