"""Executors of the loop by hand."""
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
threads = ThreadPoolExecutor(4)
processes = ProcessPoolExecutor(4)
class Loader:
    def __init__(self):
        self._pool = ThreadPoolExecutor(2)
    async def load(self, path):
        return await asyncio.get_running_loop().run_in_executor(self._pool, path.read_bytes)  # CNC405
async def default(path):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, path.read_bytes)  # CNC405
async def wrapped(path):
    return await asyncio.wrap_future(threads.submit(path.read_bytes))
async def computed(number):
    return await asyncio.get_running_loop().run_in_executor(processes, pow, number, number)
async def right(path):
    return await asyncio.to_thread(path.read_bytes)
