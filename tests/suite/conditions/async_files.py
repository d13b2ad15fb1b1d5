"""Files opened with anyio or aiofiles are read in threads, and the calls are awaited."""
import aiofiles
import anyio


async def merge(left: str, right: str) -> str:
    async with await anyio.open_file(left) as source:
        first = await source.read()
    async with aiofiles.open(right) as source:
        second = await source.read()
    return first + second
