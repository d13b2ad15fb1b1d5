# before: RuntimeError
# after: 5
import asyncio


async def load(x):
    return x


async def main():
    return asyncio.get_running_loop().run_until_complete(load(5))
