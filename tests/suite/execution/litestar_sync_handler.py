"""Litestar calls a `def` handler on the loop unless `sync_to_thread` is set."""
from pathlib import Path

from litestar import Litestar, get


@get("/terms")
def terms() -> str:
    return Path("terms.md").read_text()  # CNC103


app = Litestar([terms])
