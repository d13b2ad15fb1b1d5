"""The catalogue's files: one for each import root, read and validated when asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from concurrency_lint.catalogue.roles_schema import RolesFile
from concurrency_lint.catalogue.schema import Call, CatalogueFile, Class, Decorator, Offload

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(__file__).parent
ROLES = FOLDER / "roles"


Loaded = TypeVar("Loaded", bound=CatalogueFile)


class CatalogueError(Exception):
    """A catalogue file breaks the schema."""


@cache
def load_file(stem: str) -> CatalogueFile:
    """One file of the catalogue, validated; an empty one for a library that has none. Raises `CatalogueError`."""
    if stem not in stems():
        return CatalogueFile(library=stem)
    return _loaded(FOLDER / f"{stem}.toml", CatalogueFile)


@cache
def load_roles(stem: str) -> RolesFile:
    """Read and validate one file of roles. Raises `CatalogueError`."""
    return _loaded(ROLES / f"{stem}.toml", RolesFile)


def files_of(stem: str) -> Iterable[CatalogueFile]:
    """What the catalogue has on an import root; the last one's entries win."""
    if stem in roles_stems():
        yield load_roles(stem)
    if stem in stems():
        yield load_file(stem)


def _loaded(path: Path, kind: type[Loaded]) -> Loaded:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CatalogueError(f"{path}: {error}") from error


@cache
def stems() -> frozenset[str]:
    """The import roots that have a file of what their names do."""
    return frozenset(path.stem for path in FOLDER.glob("*.toml"))


@cache
def roles_stems() -> frozenset[str]:
    """The import roots that have a file of the roles that their names play.

    A file about several libraries has a hyphen in its name: a project's own module must not be taken for its subject.
    """
    return frozenset(path.stem for path in ROLES.glob("*.toml"))


@cache
def _first_words() -> frozenset[str]:
    """What the names of all that the catalogue knows anything of begin with."""
    return frozenset(stem.partition(".")[0] for stem in stems() | roles_stems())


@cache
def stem_for(name: str) -> str | None:
    """The import root, of those with a file, that `name` belongs to."""
    known = stems() | roles_stems()
    if name.partition(".")[0] not in _first_words():
        return None
    prefix = name
    while prefix:
        if prefix in known:
            return prefix
        prefix = prefix.rpartition(".")[0]
    return None


def file_for(name: str) -> CatalogueFile | None:
    """The file of the import root that `name` belongs to; None where the catalogue knows nothing of it."""
    stem = stem_for(name)
    return None if stem is None else load_file(stem)


def names_of(entry: Call | Class | Offload | Decorator) -> Iterable[str]:
    """Every canonical name that an entry with `name`, or `of` and `names`, stands for."""
    if entry.name is not None:
        return (entry.name,)
    prefix = f"{entry.of}." if entry.of else ""
    return tuple(prefix + name for name in entry.names)
