"""Creating a temporary file or folder goes to the disk."""
import tempfile


async def workspace() -> str:
    folder = tempfile.mkdtemp(prefix="render-")  # CNC103
    return folder
