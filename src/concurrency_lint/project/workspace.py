"""A repository of several projects: the source roots of those that stand beside the one that is checked."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrency_lint.project.values import ModuleValue

_DEEPEST = 3
_MOST_FOLDERS = 1000
_REPOSITORY = ("pyproject.toml", ".git")
_PROJECT = ("pyproject.toml", "setup.py", "setup.cfg")
_ASIDE = frozenset({"tests", "test", "testing", "docs", "examples", "node_modules", "venv", "build", "dist"})


class Workspace:
    """Asked where an import is found nowhere else; `listing` gives the names in a folder."""

    def __init__(self, root: str, listing: Callable[[str], frozenset[str]]) -> None:
        self._root, self._listing = root, listing

    def find(self, dotted: str, below: Callable[[str, str], ModuleValue | None]) -> ModuleValue | None:
        """The module that just one of the source roots around the project has by this name, in the nearest folder."""
        for roots in self._roots:
            found = {below(root, dotted) for root in roots} - {None}
            if found:
                place = found.pop() if len(found) == 1 else None
                return place if place is not None and place.module is not None else None
        return None

    @cached_property
    def _roots(self) -> list[list[str]]:
        """The source roots below the project's folder, and below each folder above it in the repository."""
        home = os.path.expanduser("~")
        around, within = [self._root], 1
        folder = os.path.dirname(self._root)
        while folder not in (home, os.path.dirname(folder)):
            around.append(folder)
            if self._has(folder, _REPOSITORY):
                within = len(around)
            folder = os.path.dirname(folder)
        return [self._below(folder) for folder in around[:within]]

    def _below(self, folder: str) -> list[str]:
        """Each `src`, and each folder with a project's settings, that is not deep down in a folder."""
        found: list[str] = []
        level, seen = [folder], 0
        for _ in range(_DEEPEST):
            level = [os.path.join(outer, name) for outer in level for name in self._inner(outer)]
            seen += len(level)
            if seen > _MOST_FOLDERS:
                return []
            found += [inner for inner in level if os.path.basename(inner) == "src" or self._has(inner, _PROJECT)]
        return found

    def _inner(self, folder: str) -> list[str]:
        listing = self._listing(folder)
        if "__init__.py" in listing:
            return []
        return [name for name in sorted(listing) if "." not in name and name not in _ASIDE and name[0] != "_"]

    def _has(self, folder: str, names: tuple[str, ...]) -> bool:
        return not self._listing(folder).isdisjoint(names)
