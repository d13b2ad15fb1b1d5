"""Which names of libraries decide what code runs: whatever else is passed on tells no two calls apart."""

from __future__ import annotations

from collections.abc import Iterable

from concurrency_lint.catalogue.files import names_of
from concurrency_lint.catalogue.schema import Attribute, Call, CatalogueFile


class ActingNames:
    """The names that block, hand on callables, or give what does; worked out of files when it is asked for one."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._above: set[str] = set()
        self._waiting: list[CatalogueFile] = []

    def add(self, file: CatalogueFile) -> None:
        self._waiting.append(file)

    def is_one(self, name: str) -> bool:
        """Whether it is one of these names."""
        if self._waiting:
            self._work_out()
        return name in self._names

    def is_above_one(self, name: str) -> bool:
        """Whether one of these names begins with this one."""
        if self._waiting:
            self._work_out()
        return name in self._above

    def _work_out(self) -> None:
        for file in self._waiting:
            for offload in file.offload:
                self._note(names_of(offload))
            for call in file.call:
                if call.kind is not None or _gives(call):
                    self._note(names_of(call))
            for attribute in file.attribute:
                if attribute.kind is not None or _gives(attribute):
                    self._note((attribute.name,))
        self._waiting.clear()

    def _note(self, names: Iterable[str]) -> None:
        for name in names:
            self._names.add(name)
            while name := name.rpartition(".")[0]:
                self._above.add(name)


def _gives(entry: Call | Attribute) -> bool:
    """Whether an entry that does not block gives something of a library's class."""
    given = entry.type if isinstance(entry, Attribute) else entry.returns
    return given is not None and "." in given
