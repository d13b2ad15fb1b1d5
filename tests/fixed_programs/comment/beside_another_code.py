import asyncio


async def main():
    import os

    await asyncio.sleep(0)  # noqa: E702, CNC101
    return os.sep
