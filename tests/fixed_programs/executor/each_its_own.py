# select: CNC405
# offload: asyncio anyio
# before: ['?', '?', '?']
# after: ['0', '1', '2']
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="?")


async def served(number):
    user.set(str(number))
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    who = await loop.run_in_executor(None, user.get)
    return who


async def main():
    return await asyncio.gather(*map(served, range(3)))
