# offload: anyio
from pathlib import Path


async def main():
    paths = [Path("data.txt"), Path("program.py")]
    return [len(path.read_bytes()) > 10 for path in paths]
