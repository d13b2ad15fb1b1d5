"""Joining and taking paths apart touches no disk."""
from pathlib import Path

UPLOADS = Path("/srv/uploads")


async def target_for(name: str) -> str:
    target = (UPLOADS / name).with_suffix(".webp")
    return f"{target.parent.name}/{target.stem}"
