# offload: asyncio anyio
from pathlib import Path


def load(name):
    return Path(name).read_text()


async def main():
    return (
        load("data.txt")  # what was sent
        .strip()
        .splitlines()[0]
        .title()
    )
