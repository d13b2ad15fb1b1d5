# offload: anyio
from pathlib import Path


async def main():
    return len(Path("data.txt").read_bytes())
