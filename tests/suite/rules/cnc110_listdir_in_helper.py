"""A helper that lists a folder and makes another does metadata work on the loop."""
import os


def archive_folder(base: str) -> str:
    number = len(os.listdir(base))
    return os.path.join(base, str(number))


async def next_folder(base: str) -> str:
    return archive_folder(base)  # CNC110
