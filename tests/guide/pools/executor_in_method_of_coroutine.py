"""A pool for each call of a coroutine method."""
import asyncio
from concurrent.futures import ProcessPoolExecutor
class Resizer:
    async def resize(self, image):
        with ProcessPoolExecutor(2) as pool:  # CNC403
            return await asyncio.get_running_loop().run_in_executor(pool, image.load)
