"""The process of asyncio has methods of the same names, and they are coroutines."""
import asyncio


async def list_files(folder: str) -> bytes:
    process = await asyncio.create_subprocess_exec("ls", folder, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    await process.wait()
    return output
