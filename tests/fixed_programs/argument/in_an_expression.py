# before: RuntimeError
# after: [2, 2]
import asyncio


async def load(x):
    return x


async def main():
    return [asyncio.run(load(1)) + 1, 2]
