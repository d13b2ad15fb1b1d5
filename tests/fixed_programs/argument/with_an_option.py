# before: RuntimeError
# after: 2
import asyncio


async def load(x):
    return x


async def main():
    return asyncio.run(load(2), debug=True)
