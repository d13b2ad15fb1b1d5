"""How long the lines of a project may be, as its formatter is told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_USUAL = 88
_FORMATTERS = ("ruff", "black")


def line_length(root: Path) -> int:
    """The number of columns."""
    tools = _table(root / "pyproject.toml").get("tool", {})
    given = [_table(root / "ruff.toml"), *(tools.get(name) for name in _FORMATTERS if isinstance(tools, dict))]
    found = (table.get("line-length") for table in given if isinstance(table, dict))
    return next((length for length in found if isinstance(length, int)), _USUAL)


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
