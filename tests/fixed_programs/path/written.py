# offload: anyio
from pathlib import Path


async def main():
    path = Path("out.txt")
    count = path.write_text("one\ntwo\n")
    return count, path.read_text()
