# offload: anyio
from pathlib import Path


async def main():
    try:
        return Path("data.txt").read_text(encoding="ascii", errors="strict"), Path(
            "missing.txt"
        ).read_text()
    except FileNotFoundError as error:
        return error.filename
