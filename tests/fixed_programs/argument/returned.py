# before: RuntimeError
# after: 1
import asyncio


async def load(x):
    return x


async def main():
    return asyncio.run(load(1))
