# offload: anyio
# select: CNC110
from pathlib import Path


async def main():
    path = Path("made")
    path.mkdir(exist_ok=True)
    return path.exists(), path.is_dir(), path.stat().st_size > 0
