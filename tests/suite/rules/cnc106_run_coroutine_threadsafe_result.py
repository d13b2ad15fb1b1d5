"""Waiting on the loop's thread for a coroutine that needs the same loop never ends."""
import asyncio


async def balance(account: str) -> int:
    await asyncio.sleep(0)
    return len(account)


async def transfer(account: str) -> int:
    loop = asyncio.get_running_loop()
    return asyncio.run_coroutine_threadsafe(balance(account), loop).result()  # CNC106
