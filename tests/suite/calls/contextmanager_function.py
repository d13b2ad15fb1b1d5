"""A `@contextmanager` function runs up to its `yield` when entered; it makes a scratch folder on disk."""
import shutil
import tempfile
from contextlib import contextmanager


@contextmanager
def scratch():
    folder = tempfile.mkdtemp()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


async def convert(name: str) -> str:
    with scratch() as folder:  # CNC103
        return f"{folder}/{name}"
