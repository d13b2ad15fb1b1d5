"""How a project sends work to threads so far, as the text of its files shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from concurrency_lint.config import Settings
from concurrency_lint.fixes.line_lengths import usual_length
from concurrency_lint.sources import project_files

_SETS_EXECUTOR = b".set_default_executor("
_HANDED_ON = re.compile(rb"\.run_in_executor\(\s*[\w.]+,\s*(\w+),\s*\*(\w+)")
_SENT_ON = re.compile(rb"to_thread(?:\.run_sync)?\(\s*(?:[\w.]*partial\(\s*)?(\w+),\s*\*(\w+)")
_DEFINED = re.compile(rb"^[ \t]*(?:async )?def (\w+)(?:\[[^\]\n]*\])?\(", re.MULTILINE)
_OFTEN = 20
"""So many uses make a function of the project its way of doing things."""
_FEW = 3
_SHOWING = 100
"""So many files tell how long lines are."""


class Habits:
    """What the files of one project say; read once, when a fix is first made."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._counted: dict[str, int] = {}

    @cached_property
    def gives_loop_an_executor(self) -> bool:
        """Whether a file sets the executor that the loop uses where it is given none."""
        return any(_SETS_EXECUTOR in data for data in self._texts())

    @cached_property
    def line_length(self) -> int:
        """How long its lines are, as some of its files show."""
        every = max(1, len(self._files) // _SHOWING)
        return usual_length(data.decode("utf-8", "replace") for data in self._texts(every))

    @cached_property
    def own_way(self) -> str:
        """A function of the project that hands what it is given to an executor, and that it uses all over."""
        defined = {name for data in self._texts() for name in _handing_on(data, _HANDED_ON)}
        uses = {name: self._count(f".{name}(") for name in sorted(defined)}
        name = max(uses, key=lambda each: uses[each], default="")
        return name if name and uses[name] >= _OFTEN else ""

    def way_in(self, text: str) -> str:
        """A coroutine function of the project that a module sends its work elsewhere with, by the name it has there."""
        for name in self._wrappers:
            if name in text:
                names = [name, *re.findall(rf"\b{name} as (\w+)", text)]
                used = next((each for each in names if text.count(f"await {each}(") >= _FEW), "")
                if used:
                    return used
        return ""

    @cached_property
    def _wrappers(self) -> list[str]:
        return sorted({name for data in self._texts() for name in _handing_on(data, _SENT_ON)})

    def prefers(self, one: str, other: str) -> bool:
        """Whether the project calls one of two functions much more often than the other."""
        often = self._count(f"{one}(")
        return often >= _FEW and often > 2 * self._count(f"{other}(")

    def _count(self, text: str) -> int:
        if text not in self._counted:
            self._counted[text] = sum(data.count(text.encode()) for data in self._texts())
        return self._counted[text]

    def _texts(self, every: int = 1) -> Iterator[bytes]:
        for path in self._files[::every]:
            with suppress(OSError):
                yield path.read_bytes()

    @cached_property
    def _files(self) -> list[Path]:
        return list(project_files(self._settings.root, self._settings))


def _handing_on(data: bytes, pattern: re.Pattern[bytes]) -> Iterator[str]:
    """The functions that give one of their parameters, and what else they are called with, to an executor."""
    for found in pattern.finditer(data):
        before = list(_DEFINED.finditer(data, 0, found.start()))
        if before:
            head = data[before[-1].end() : found.start()].partition(b"):")[0].partition(b") ->")[0]
            if re.search(rb"\b%s\b" % found[1], head) and b"*" + found[2] in head:
                yield before[-1][1].decode()
