import asyncio
import time


async def main():
    await asyncio.sleep(0)  # noqa: CNC103
    time.sleep(0)  # noqa: CNC101
    return "slept"
