"""Literals: the constants of a program, with as much of their value as the cache can hold."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts.model import Const
from concurrency_lint.facts.walk import Walk

_LONGEST_STRING = 200
_LEAST = -(2**63)
_SHORTEST_FORM = 3


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


def made_text(walk: Walk, form: str) -> int:
    """Text put together when the program runs; of what may be the name of an attribute, the form is kept."""
    fixed = form.replace("*", "")
    named = len(fixed) >= _SHORTEST_FORM and "*" in form and fixed.isascii() and fixed.isidentifier()
    return walk.intern(Const(f"str {form}" if named else "str", None))


HANDLERS: dict[type[ast.expr], Callable[..., int]] = {ast.Constant: _constant}
