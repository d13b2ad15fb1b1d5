# offload: asyncio anyio
from storage import files


async def main():
    return files.lines("data.txt", last=True)
