"""Work that computes, four calls behind what is submitted."""
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
from app.parse import links_of
threads = ThreadPoolExecutor(4)
processes = ProcessPoolExecutor()
async def awaited(text):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(threads, links_of, text)  # CNC402
async def right(text):
    return await asyncio.get_running_loop().run_in_executor(processes, links_of, text)
def mapped(texts):
    with ThreadPool(4) as pool:
        return pool.map(links_of, texts)  # CNC402
def by_lambda(text):
    return threads.submit(lambda: links_of(text))  # CNC402
