"""What a coroutine does after an error runs on the loop, even where the guarded part asked for the running loop."""
import asyncio
import shutil


def work(folder: str) -> str:
    return folder.upper()


async def parse(folder: str) -> str:
    try:
        return await asyncio.get_running_loop().run_in_executor(None, work, folder)
    except BaseException:
        shutil.rmtree(folder)  # CNC103
        raise
