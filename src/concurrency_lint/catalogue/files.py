"""The catalogue's files: one for each import root, read and validated when asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from concurrency_lint.catalogue.schema import Call, CatalogueFile, Class, Decorator, Offload

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(__file__).parent


class CatalogueError(Exception):
    """A catalogue file breaks the schema."""


@cache
def load_file(stem: str) -> CatalogueFile:
    """Read and validate one file of the catalogue. Raises `CatalogueError` naming the file and the key."""
    path = FOLDER / f"{stem}.toml"
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), CatalogueFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CatalogueError(f"{path}: {error}") from error


@cache
def stems() -> frozenset[str]:
    """The import roots that the catalogue has files for."""
    return frozenset(path.stem for path in FOLDER.glob("*.toml"))


@cache
def stem_for(name: str) -> str | None:
    """The import root, of those with a file, that `name` belongs to."""
    known = stems()
    prefix = name
    while prefix:
        if prefix in known:
            return prefix
        prefix = prefix.rpartition(".")[0]
    return None


def names_of(entry: Call | Class | Offload | Decorator) -> Iterable[str]:
    """Every canonical name that an entry with `name`, or `of` and `names`, stands for."""
    if entry.name is not None:
        return (entry.name,)
    prefix = f"{entry.of}." if entry.of else ""
    return tuple(prefix + name for name in entry.names)
