"""Words in the project's files: what a byte search of all of them tells, in Python and elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from concurrency_lint.config import Settings
from concurrency_lint.sources import project_files

_ELSEWHERE = ("Dockerfile", "Procfile", "Makefile", "Containerfile")
_ENDINGS = (".yml", ".yaml", ".sh", ".toml", ".cfg", ".ini", ".env", ".conf")
_MOST_BYTES = 1_000_000
_DEEPEST_FOLDER = 3


class Mentions:
    """Which words the project's files hold; each file is read once at most."""

    def __init__(self, settings: Settings, read: Callable[[str], bytes]) -> None:
        self._settings, self._read = settings, read
        self._known: dict[tuple[str, bool], bool] = {}
        self._python: list[bytes] | None = None
        self._other: list[bytes] | None = None

    def of(self, words: Iterable[str], *, anywhere: bool = False) -> bool:
        """Whether any Python file of the project, or with `anywhere` any file, holds any of the words."""
        return any(self._has(word, anywhere) for word in words)

    def together(self, name: str, words: Iterable[str]) -> bool:
        """Whether any Python file of the project that calls `name` holds one of the words, too."""
        called = f"{name}(".encode()
        needles = [word.encode() for word in words]
        return any(called in text and any(needle in text for needle in needles) for text in self._python_texts())

    def _has(self, word: str, anywhere: bool) -> bool:
        key = (word, anywhere)
        if key not in self._known:
            needle = word.encode()
            found = any(needle in text for text in self._python_texts())
            self._known[key] = found or (anywhere and any(needle in text for text in self._other_texts()))
        return self._known[key]

    def _python_texts(self) -> list[bytes]:
        if self._python is None:
            self._python = [self._bytes(path) for path in map(str, project_files(self._settings.root, self._settings))]
        return self._python

    def _other_texts(self) -> list[bytes]:
        if self._other is None:
            self._other = [self._bytes(path) for path in _other_files(str(self._settings.root))]
        return self._other

    def _bytes(self, path: str) -> bytes:
        try:
            return self._read(path)[:_MOST_BYTES]
        except OSError:
            return b""


def _other_files(root: str) -> Iterable[str]:
    """Files that say how the project is started."""
    for folder, folders, names in os.walk(root):
        depth = len(Path(folder).relative_to(root).parts)
        folders[:] = sorted(
            name for name in folders if depth < _DEEPEST_FOLDER and not name.startswith(".") and name != "node_modules"
        )
        for name in sorted(names):
            if name.startswith(_ELSEWHERE) or name.endswith(_ENDINGS):
                yield str(Path(folder, name))
