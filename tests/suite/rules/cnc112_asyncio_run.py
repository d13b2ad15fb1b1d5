"""`asyncio.run` inside a coroutine raises: a loop is running already."""
import asyncio


async def fetch(number: int) -> int:
    await asyncio.sleep(0.1)
    return number


async def total(numbers: list[int]) -> int:
    return sum(asyncio.run(fetch(number)) for number in numbers)  # CNC112
