"""Functions register themselves with a decorator; the one for PDF, in another module, runs a process."""
from . import formats
from .registry import PARSERS

SUPPORTED = formats.__name__


async def extract(kind: str, path: str) -> str:
    return PARSERS[kind](path)  # CNC104
