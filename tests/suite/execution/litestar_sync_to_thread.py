"""With `sync_to_thread=True` Litestar runs the handler in a thread."""
from pathlib import Path

from litestar import Litestar, get


@get("/privacy", sync_to_thread=True)
def privacy() -> str:
    return Path("privacy.md").read_text()


app = Litestar([privacy])
