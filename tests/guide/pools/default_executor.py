"""The loop's default executor is a pool as any other."""
import asyncio
from concurrent.futures import ThreadPoolExecutor
async def main():
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(max_workers=200))  # CNC401
