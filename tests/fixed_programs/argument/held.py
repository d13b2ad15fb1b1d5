# before: RuntimeError
# after: 3
import asyncio


async def load(x):
    return x


async def main():
    coroutine = load(3)
    return asyncio.run(coroutine)
