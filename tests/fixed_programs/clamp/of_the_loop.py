# select: CNC401
# before: 50
# after: 4
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=50))
    gate = threading.Event()
    running = [asyncio.create_task(asyncio.to_thread(gate.wait, 5)) for _ in range(60)]
    await asyncio.sleep(0)
    count = sum(thread.name.startswith("ThreadPoolExecutor") for thread in threading.enumerate())
    gate.set()
    await asyncio.gather(*running)
    return count
