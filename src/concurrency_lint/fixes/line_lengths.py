"""How long the lines of a project may be: as its formatter is told, or else as they are."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_CUSTOMARY = (88, 100, 120, 160)
_CODE, _STRING = re.compile(r"[=(,:]"), re.compile(r"[#\"']")
_LONG_STRING = re.compile(r'"{3}.*?"{3}', re.DOTALL)
_SOME, _RARE = 3, 200
"""Fewer longer lines than these, or than one in so many, are exceptions."""
_FORMATTERS = ("ruff", "black")


def line_length(root: Path) -> int | None:
    """The number of columns that the project's formatter is told; None where it is told nothing."""
    tools = _table(root / "pyproject.toml").get("tool", {})
    given = [_table(root / "ruff.toml"), *(tools.get(name) for name in _FORMATTERS if isinstance(tools, dict))]
    found = (table.get("line-length") for table in given if isinstance(table, dict))
    return next((length for length in found if isinstance(length, int)), None)


def usual_length(texts: Iterable[str]) -> int:
    """How long the lines of files are, by one of the customary numbers, where some of them say so.

    Lines with strings do not count: nobody can break those.
    """
    lines = (line for text in texts for line in _LONG_STRING.sub('""', text).splitlines())
    lengths = [len(line) for line in lines if _CODE.search(line) and not _STRING.search(line)]
    for usual in _CUSTOMARY[:-1]:
        if sum(length > usual for length in lengths) < max(_SOME, len(lengths) // _RARE):
            return usual
    return _CUSTOMARY[-1]


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
