"""One of the registered implementations reads a file, and the generic function may dispatch to it."""
from functools import singledispatch
from pathlib import Path


@singledispatch
def as_text(source) -> str:
    return str(source)


@as_text.register
def _(source: Path) -> str:
    return source.read_text()


async def summarise(source: Path) -> str:
    return as_text(source)[:80]  # CNC103
