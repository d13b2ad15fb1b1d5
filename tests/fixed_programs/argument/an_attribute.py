# before: RuntimeError
# after: A
import asyncio


async def load(x):
    return x


async def main():
    return asyncio.run(load("a")).upper()
