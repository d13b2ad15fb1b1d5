# offload: asyncio anyio
from pathlib import Path


async def main():
    return Path(__file__).read_bytes()[-4:]
