# offload: asyncio anyio
from pathlib import Path


async def main():
    return len(Path(__file__).read_text()) > 9
