"""Whose sleep, and whose threads, fixes in a module use; and how long its lines may be."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from concurrency_lint.catalogue.files import file_for, load_file
from concurrency_lint.catalogue.runtime import Runtime
from concurrency_lint.config import Settings
from concurrency_lint.fixes.line_lengths import line_length

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_DEFAULT = "asyncio"
_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9][\w.-]*)")


class Runtimes:
    """What one project offers."""

    def __init__(self, settings: Settings) -> None:
        self._wanted = settings.offload
        self.width = line_length(settings.root)
        self._installed = set(_portable(_dependencies(settings.root)))

    def sleeping(self, roots: Iterable[str]) -> Runtime:
        """For a sleep in a module that imports from `roots`."""
        return _runtime(next(_own(roots), _DEFAULT))

    def sending(self, roots: Iterable[str]) -> Runtime:
        """For sending work elsewhere from a module that imports from `roots`."""
        if self._wanted:
            return _runtime(self._wanted)
        installed = sorted({*_portable(roots), *self._installed})
        return _runtime(next(iter([*_own(roots), *installed]), _DEFAULT))


def _own(roots: Iterable[str]) -> Iterator[str]:
    """The libraries with an event loop, other than Python's own, that a module imports."""
    return (root for root in sorted(roots) if root != _DEFAULT and _has_runtime(root))


def _portable(roots: Iterable[str]) -> Iterator[str]:
    """The libraries that work on any loop and that are installed where these are."""
    for root in roots:
        file = file_for(root)
        for brought in (root, *(file.brings if file is not None else ())):
            if _has_runtime(brought) and _runtime(brought).portable:
                yield brought


def _has_runtime(root: str) -> bool:
    file = file_for(root)
    return file is not None and file.runtime is not None


def _runtime(root: str) -> Runtime:
    found = load_file(root).runtime
    assert found is not None
    return found


def _dependencies(root: Path) -> set[str]:
    """The import roots that a project's requirements are likely to have, by their names."""
    listed = [*_declared(root / "pyproject.toml")]
    for path in sorted(root.glob("requirements*.txt")):
        listed += _text(path).splitlines()
    listed += _text(root / "setup.cfg").splitlines()
    names = (_REQUIREMENT.match(line) for line in listed)
    return {name[1].lower().replace("-", "_") for name in names if name}


def _declared(path: Path) -> Iterator[str]:
    try:
        document: dict[str, Any] = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError:
        return
    project = document.get("project")
    listed = project.get("dependencies", []) if isinstance(project, dict) else []
    yield from (line for line in listed if isinstance(line, str))
    tool = document.get("tool")
    poetry = tool.get("poetry", {}) if isinstance(tool, dict) else {}
    yield from poetry.get("dependencies", {}) if isinstance(poetry, dict) else ()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
