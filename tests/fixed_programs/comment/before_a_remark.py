import asyncio


async def main():
    await asyncio.sleep(0)  # noqa: CNC101  # a moment
    return "slept"
