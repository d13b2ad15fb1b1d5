"""The roles of libraries' names, read from catalogue/roles all at once: few small files, and names cross libraries."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from typing import TypeVar

import msgspec

from concurrency_lint.catalogue.files import load_roles, roles_stems
from concurrency_lint.catalogue.lookup import Catalogue
from concurrency_lint.catalogue.roles_schema import (
    Background,
    Codec,
    Connect,
    Consume,
    Handoff,
    Pool,
    Publish,
    Push,
    Role,
    RolesFile,
    Route,
    Spawn,
    ThreadCall,
    Trace,
)

AnyRole = TypeVar("AnyRole", bound=Role)
Listed = TypeVar("Listed", bound=msgspec.Struct)


class Roles:
    """Roles by type and canonical name, along the bases that the catalogue gives."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._found: dict[tuple[type, str], Role | None] = {}

    def of(self, role: type[AnyRole], name: str) -> AnyRole | None:
        """The role that a canonical name plays, itself or through a base of its class."""
        key = (role, name)
        if key not in self._found:
            self._found[key] = self._look_up(_table(role), name)
        found = self._found[key]
        assert found is None or isinstance(found, role)
        return found

    def codec_of_method(self, name: str) -> Codec | None:
        """What a method of this name does to messages, whatever it is called on."""
        return _codec_methods().get(name)

    @cached_property
    def scanned_names(self) -> dict[str, frozenset[str]]:
        """Last segments of names whose calls are looked for, with the libraries that must be imported for it.

        Where a handler is registered the framework is at hand; a client may come from another module.
        """
        found: dict[str, set[str]] = {}
        for role in _SCANNED:
            for name, entry in _table(role).items():
                if isinstance(entry, Codec) and entry.means not in ("decodes", "validates"):
                    continue
                roots = found.setdefault(name.rpartition(".")[2], set())
                if isinstance(entry, ThreadCall) or (isinstance(entry, Route) and entry.form == "call"):
                    roots.add(name.partition(".")[0])
                elif not isinstance(entry, Route):
                    roots.add("")
        return {name: frozenset(() if "" in roots else roots) for name, roots in found.items() if roots}

    @cached_property
    def called_names(self) -> dict[str, frozenset[type]]:
        """Last segments of the names that play a role, with the types of the roles."""
        found: dict[str, set[type]] = {}
        for role in _ROLES:
            for name in _table(role):
                found.setdefault(name.rpartition(".")[2], set()).add(role)
        return {name: frozenset(types) for name, types in found.items()}

    def every(self, listed: type[Listed]) -> tuple[Listed, ...]:
        """All entries of a table."""
        return tuple(entry for file in _files() for entry in _entries(file, listed))

    def _look_up(self, table: dict[str, AnyRole], name: str) -> AnyRole | None:
        if name in table:
            return table[name]
        owner, _, member = name.rpartition(".")
        for base in self._catalogue.ancestors(name):
            if base in table:
                return table[base]
        for base in self._catalogue.ancestors(owner) if owner else ():
            if f"{base}.{member}" in table:
                return table[f"{base}.{member}"]
        return None


@cache
def _files() -> tuple[RolesFile, ...]:
    return tuple(load_roles(stem) for stem in sorted(roles_stems()))


_FIELDS = {
    field.type.__args__[0]: field.name
    for field in msgspec.structs.fields(RolesFile)
    if field.name != "library" and hasattr(field.type, "__args__")
}
_ROLES = tuple(each for each in _FIELDS if isinstance(each, type) and issubclass(each, Role))


_SCANNED: tuple[type[Role], ...] = (
    Pool,
    Handoff,
    Spawn,
    ThreadCall,
    Route,
    Publish,
    Consume,
    Push,
    Codec,
    Trace,
    Connect,
    Background,
)


def _entries(file: RolesFile, listed: type[Listed]) -> Iterable[Listed]:
    found: tuple[Listed, ...] = getattr(file, _FIELDS[listed])
    return found


@cache
def _table(role: type[Role]) -> dict[str, Role]:
    return {name: entry for file in _files() for entry in _entries(file, role) for name in role_names(entry)}


@cache
def publishing_libraries() -> frozenset[str]:
    """The first parts of the names of clients that send messages, as imports have them."""
    made = {entry.name.partition(".")[0] for file in _files() for entry in file.connect if entry.name is not None}
    return frozenset(made) | {name.partition(".")[0] for name in _table(Publish)}


@cache
def _codec_methods() -> dict[str, Codec]:
    return {entry.method: entry for file in _files() for entry in file.codec if entry.method is not None}


def role_names(entry: Role) -> tuple[str, ...]:
    """Every canonical name that a role stands for."""
    if entry.name is not None:
        return (entry.name,)
    if not entry.names:
        return (entry.of,) if entry.of else ()
    prefix = f"{entry.of}." if entry.of else ""
    return tuple(prefix + name for name in entry.names)
