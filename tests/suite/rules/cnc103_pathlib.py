"""The content methods of `pathlib.Path` read and write files."""
from pathlib import Path

TEMPLATES = Path("/srv/templates")


async def publish(name: str) -> None:
    body = (TEMPLATES / name).read_text()  # CNC103
    (TEMPLATES.parent / "public" / name).write_text(body)  # CNC103
