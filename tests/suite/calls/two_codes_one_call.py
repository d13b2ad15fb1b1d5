"""One helper downloads over HTTP and writes to disk: two different defects behind one call."""
from pathlib import Path

import requests


def download(url: str, target: Path) -> None:
    target.write_bytes(requests.get(url).content)


async def refresh_logo(url: str) -> None:
    download(url, Path("/srv/static/logo.png"))  # CNC102 CNC103
