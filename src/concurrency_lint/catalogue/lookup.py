"""The catalogue in use: what its entries say of a name, whose file is read when the name is first asked for."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Mapping
from typing import TypeVar

from concurrency_lint.catalogue.acting import ActingNames
from concurrency_lint.catalogue.files import files_of, names_of, stem_for
from concurrency_lint.catalogue.schema import (
    Attribute,
    Call,
    CatalogueFile,
    Decorator,
    Dependency,
    Form,
    Offload,
    Subclass,
)

ALWAYS_LOADED = ("builtins", "asyncio")
_MOST_ALIASES = 8

Named = TypeVar("Named", Call, Offload, Decorator)


class Catalogue:
    """Entries by canonical name. One instance serves one set of user additions; it grows as libraries are met."""

    def __init__(self, additions: CatalogueFile | None = None) -> None:
        self._calls: dict[str, Call] = {}
        self._attributes: dict[str, Attribute] = {}
        self._aliases: dict[str, str] = {}
        self._bases: dict[str, tuple[str, ...]] = {}
        self._offloads: dict[str, Offload] = {}
        self._decorators: dict[str, Decorator] = {}
        self._subclasses: dict[str, list[Subclass]] = {}
        self._forms: dict[str, Form] = {}
        self._dependencies: dict[str, Dependency] = {}
        self._loaded: set[str] = set()
        self._canonical: dict[str, str] = {}
        self._found_attributes: dict[str, Attribute | None] = {}
        self._found_offloads: dict[str, Offload | None] = {}
        self._acting = ActingNames()
        self._found_calls: dict[str, tuple[str, Call] | None] = {}
        self._loop_offloads: dict[str, dict[str, list[Offload]]] = {}
        self.presumed: dict[str, str] = {}
        """What `receiver.method` means, by how people call receivers."""
        for stem in ALWAYS_LOADED:
            self._loaded.add(stem)
            for file in files_of(stem):
                self._add(file)
        if additions is not None:
            self._add(additions)

    def canonical(self, name: str) -> str:
        """The name under which the catalogue knows `name`, which may be a re-export or a path of definition."""
        known = self._canonical.get(name)
        if known is None:
            known = name
            for _ in range(_MOST_ALIASES):
                self.load_for(known)
                renamed = self._rename(known)
                if renamed == known:
                    break
                known = renamed
            self._canonical[name] = known
        return known

    def call(self, name: str) -> tuple[str, Call] | None:
        """The entry for a canonical callable name, found on the class itself or a base, and the entry's own name."""
        if name not in self._found_calls:
            self.load_for(name)
            self._found_calls[name] = self._find_call(name, set())
        return self._found_calls[name]

    def attribute(self, name: str) -> Attribute | None:
        """The entry for an attribute or variable by canonical name."""
        if name not in self._found_attributes:
            self.load_for(name)
            self._found_attributes[name] = self._find_attribute(name, set())
        return self._found_attributes[name]

    def offload(self, name: str) -> Offload | None:
        """How a callable hands on the callable that it is given."""
        if name not in self._found_offloads:
            self.load_for(name)
            self._found_offloads[name] = self._inherited(self._offloads, name)
        return self._found_offloads[name]

    def decorator(self, name: str) -> Decorator | None:
        """What a decorator by this name does."""
        self.load_for(name)
        return self._inherited(self._decorators, name)

    def dependency(self, name: str) -> Dependency | None:
        """The marker by this name whose argument a framework calls."""
        self.load_for(name)
        return self._dependencies.get(name)

    def form(self, name: str) -> Form | None:
        """The typing construct by this name."""
        self.load_for(name)
        return self._forms.get(name)

    def subclass_methods(self, name: str) -> list[Subclass]:
        """What a framework does with classes that derive from `name` or from what `name` derives from."""
        found: list[Subclass] = []
        for class_name in (name, *self.ancestors(name)):
            self.load_for(class_name)
            found.extend(self._subclasses.get(class_name, ()))
        return found

    def bases(self, name: str) -> tuple[str, ...]:
        """The library class's bases, where the catalogue gives them."""
        self.load_for(name)
        return self._bases.get(name, ())

    def ancestors(self, name: str) -> tuple[str, ...]:
        """All bases of a library class, nearest first."""
        found: dict[str, None] = {}
        waiting = list(self.bases(name))
        while waiting:
            base = self.canonical(waiting.pop(0))
            if base not in found and base != name:
                found[base] = None
                waiting.extend(self.bases(base))
        return tuple(found)

    def mentions(self, name: str) -> bool:
        """Whether any table has this very name, or names below it."""
        self.load_for(name)
        tables: tuple[Mapping[str, object], ...] = (
            self._calls,
            self._attributes,
            self._bases,
            self._offloads,
            self._decorators,
            self._subclasses,
            self._forms,
            self._dependencies,
        )
        below = name + "."
        return any(name in table or any(known.startswith(below) for known in table) for table in tables)

    def acts(self, name: str) -> bool:
        """Whether something by this name, or of this class, blocks or hands on callables, or gives what does."""
        self.load_for(name)
        return self._acting.is_one(name) or any(map(self._acting.is_above_one, (name, *self.ancestors(name))))

    def loop_offloads(self, imported: Iterable[str]) -> dict[str, list[Offload]]:
        """By which callables asyncio and the libraries of these imports are given callables, by their last names."""
        found: dict[str, list[Offload]] = {}
        for name in imported:
            self.load_for(name)
        for root in dict.fromkeys(("asyncio", *(name.partition(".")[0] for name in imported))):
            for last, entries in self._loop_offloads.get(root, {}).items():
                found.setdefault(last, []).extend(entries)
        return found

    def knows_library(self, name: str) -> bool:
        """Whether a file of the catalogue is about the library that `name` belongs to."""
        return stem_for(name) is not None

    def _add(self, file: CatalogueFile) -> None:
        self._acting.add(file)
        for call in file.call:
            for name in names_of(call):
                self._calls[name] = call
        for offload in file.offload:
            for name in names_of(offload):
                self._offloads[name] = offload
                for receiver in offload.called:
                    self.presumed[f"{receiver}.{name.rpartition('.')[2]}"] = name
                if offload.runs == "loop":
                    root, _, rest = name.partition(".")
                    by_name = self._loop_offloads.setdefault(root, {})
                    by_name.setdefault(rest.rpartition(".")[2], []).append(offload)
        for decorator in file.decorator:
            for name in names_of(decorator):
                self._decorators[name] = decorator
        self._attributes.update((entry.name, entry) for entry in file.attribute)
        self._aliases.update((entry.name, entry.of) for entry in file.alias)
        for class_ in file.class_:
            self._bases.update((name, class_.bases) for name in names_of(class_))
        for subclass in file.subclass:
            self._subclasses.setdefault(subclass.name, []).append(subclass)
        self._forms.update((entry.name, entry) for entry in file.form)
        self._dependencies.update((entry.name, entry) for entry in file.dependency)

    def load_for(self, name: str) -> None:
        """Read the file of the library that `name` belongs to, unless it has been read."""
        stem = stem_for(name)
        if stem is not None and stem not in self._loaded:
            self._loaded.add(stem)
            for file in files_of(stem):
                self._add(file)

    def _rename(self, name: str) -> str:
        prefix = name
        while prefix:
            target = self._aliases.get(prefix)
            if target is not None:
                return target + name[len(prefix) :]
            prefix = prefix.rpartition(".")[0]
        return name

    def _find_call(self, name: str, seen: set[str]) -> tuple[str, Call] | None:
        entry = self._calls.get(name)
        if entry is not None:
            return name, entry
        owner, _, member = name.rpartition(".")
        if not owner or owner in seen:
            return None
        seen.add(owner)
        if not member.startswith("_"):
            entry = self._calls.get(owner + ".*")
            if entry is not None:
                if any(fnmatch.fnmatchcase(member, pattern) for pattern in entry.excluding):
                    return None
                return name, entry
        for base in self.bases(owner):
            found = self._find_call(f"{self.canonical(base)}.{member}", seen)
            if found is not None:
                return found
        return None

    def _find_attribute(self, name: str, seen: set[str]) -> Attribute | None:
        entry = self._attributes.get(name)
        owner, _, member = name.rpartition(".")
        if entry is not None or not owner or owner in seen:
            return entry
        seen.add(owner)
        for base in self.bases(owner):
            entry = self._find_attribute(f"{self.canonical(base)}.{member}", seen)
            if entry is not None:
                return entry
        if member.startswith("_") or self._calls.get(name) is not None:
            return None
        return self._attributes.get(owner + ".*")

    def _inherited(self, table: dict[str, Named], name: str) -> Named | None:
        entry = table.get(name)
        if entry is not None:
            return entry
        owner, _, member = name.rpartition(".")
        if not owner:
            return None
        for base in self.ancestors(owner):
            entry = table.get(f"{base}.{member}")
            if entry is not None:
                return entry
        return None
