"""One option: its name, what it takes, and where it can be given."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Kind = Literal[
    "codes",
    "patterns",
    "names",
    "folders",
    "flag",
    "severity",
    "ignores-by-path",
    "environment",
    "choice",
    "number",
    "runtime",
]
Adapter = Literal["pyproject", "cli", "flake8"]

ALL_ADAPTERS: frozenset[Adapter] = frozenset({"pyproject", "cli", "flake8"})


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One option: its name in pyproject.toml (with dashes), what it takes, and where it can be given."""

    name: str
    kind: Kind
    default: Any
    help: str
    adapters: frozenset[Adapter] = ALL_ADAPTERS
    choices: tuple[str, ...] = ()
    least: int = 0
    """The smallest number that is allowed."""

    @property
    def field(self) -> str:
        """The name of its field in `Settings`."""
        return self.name.replace("-", "_")
