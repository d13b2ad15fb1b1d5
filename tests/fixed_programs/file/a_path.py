# offload: anyio
import pathlib


async def main():
    path = pathlib.Path("data.txt")
    with path.open("rb") as f:
        f.seek(3)
        return f.read(4)
