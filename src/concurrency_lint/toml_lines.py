"""The line on which a key or value of `[tool.concurrency-lint]` stands, for messages; tomllib does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"^\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_OURS = ("tool", "concurrency-lint")


def line_of(text: str, path: Sequence[str | int], value: str | None = None) -> int:
    """The 1-based line of the key at `path` below our table, or the nearest line above it that can be told.

    An integer in `path` counts the tables of a `[[...]]` array from 0. With `value`, the line on which that string
    stands as part of the key's value.
    """
    wanted = (*_OURS, *path)
    best, best_length = 1, 0
    here: tuple[str | int, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            names = tuple(part.strip("\"'") for part in _PART.findall(header[2]))
            here = names
            if header[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
                here = (*names, counts[names])
            key = here
        elif assignment := _KEY.match(line):
            key = (*here, *(part.strip("\"'") for part in _PART.findall(assignment[1])))
        else:
            continue
        length = _common(key, wanted)
        if length > best_length and length == min(len(key), len(wanted)):
            best, best_length = number, length
    return _line_of_value(text, best, value) if value is not None else best


def _common(key: tuple[str | int, ...], wanted: tuple[str | int, ...]) -> int:
    length = 0
    for have, want in zip(key, wanted, strict=False):
        if have != want:
            break
        length += 1
    return length


def _line_of_value(text: str, start: int, value: str) -> int:
    quoted = re.compile(rf"""["']{re.escape(value)}["']""", re.IGNORECASE)
    for number, line in enumerate(text.splitlines()[start - 1 :], start=start):
        if quoted.search(line):
            return number
        if number > start and (_HEADER.match(line) or _KEY.match(line)):
            break
    return start
