# offload: anyio
from pathlib import Path


async def load(path: Path):
    if text := path.read_text():
        return text.split()[-1]


async def main():
    return await load(Path("data.txt"))
