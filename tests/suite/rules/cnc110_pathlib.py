"""The metadata methods of `pathlib.Path` are cheap file-system calls."""
from pathlib import Path


async def ensure_folder(folder: Path) -> bool:
    if folder.exists():  # CNC110
        return folder.is_dir()  # CNC110
    folder.mkdir()  # CNC110
    return True
