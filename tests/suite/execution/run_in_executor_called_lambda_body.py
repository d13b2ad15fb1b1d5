"""The lambda is called in place to make the argument, so its request runs on the loop."""
import asyncio
import requests


async def country(address: str) -> str:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, str.upper, (lambda: requests.get(f"http://ip/{address}").text)())  # CNC102
