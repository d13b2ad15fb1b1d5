# offload: anyio
from pathlib import Path


async def main():
    path = Path("data.txt")
    return path.read_text(encoding="utf-8").splitlines()
