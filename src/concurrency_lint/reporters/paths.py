"""How a path is written in a report: relative to the working directory, else as the user named it."""

from __future__ import annotations

import os
from collections.abc import Iterable


class PathNames:
    """Names of absolute paths, always with `/`; `named` are the paths of the command line, as given."""

    def __init__(self, cwd: str, named: Iterable[str] = ()) -> None:
        self._cwd = cwd.rstrip(os.sep) + os.sep
        self._named = sorted(
            ((os.path.normpath(os.path.join(cwd, name)), name) for name in named), key=lambda each: -len(each[0])
        )

    def show(self, path: str) -> str:
        """The path as it is shown."""
        return _printable(self._name(path)).replace(os.sep, "/")

    def _name(self, path: str) -> str:
        if path.startswith(self._cwd):
            return path[len(self._cwd) :]
        for absolute, name in self._named:
            if path == absolute:
                return name
            if path.startswith(absolute.rstrip(os.sep) + os.sep):
                return os.path.join(name, path[len(absolute.rstrip(os.sep)) + 1 :])
        return path


def _printable(path: str) -> str:
    """The path without the surrogates that stand for bytes which are not text."""
    return os.fsencode(path).decode("utf-8", "replace")
