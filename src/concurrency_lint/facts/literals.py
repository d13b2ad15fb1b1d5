"""Literals: the constants of a program, with as much of their value as the cache can hold."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts.model import Const
from concurrency_lint.facts.walk import Walk

_LONGEST_STRING = 200
_LEAST = -(2**63)


def _constant(walk: Walk, node: ast.Constant) -> int:
    value = node.value
    if type(value) is str:
        # Only ASCII is kept: a lone surrogate could not be written to the cache, and no rule compares other text.
        return walk.intern(Const("str", value if len(value) <= _LONGEST_STRING and value.isascii() else None))
    if type(value) is int:
        return number(walk, value)
    kept = value if isinstance(value, (bool, float)) else None
    return walk.intern(Const(type(value).__name__, kept))


def number(walk: Walk, value: bool | int | float | None) -> int:
    """A literal without text. Integers that 64 bits do not hold keep no value."""
    if isinstance(value, int) and not _LEAST <= value < -_LEAST:
        return walk.intern(Const("int", None))
    return walk.intern(Const(type(value).__name__, value))


HANDLERS: dict[type[ast.expr], Callable[..., int]] = {ast.Constant: _constant}
