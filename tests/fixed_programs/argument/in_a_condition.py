# before: RuntimeError
# after: more
import asyncio


async def load(x):
    return x


async def main():
    if asyncio.run(load(4)) > 3:
        return "more"
