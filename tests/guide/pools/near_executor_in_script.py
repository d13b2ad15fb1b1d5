"""What a script makes once."""
import asyncio
from concurrent.futures import ThreadPoolExecutor
async def run():
    with ThreadPoolExecutor(4) as pool:
        await asyncio.get_running_loop().run_in_executor(pool, print)
if __name__ == "__main__":
    asyncio.run(run())
