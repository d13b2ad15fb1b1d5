"""Type expressions of the catalogue: `list[pkg.Class]`, `awaitable[result 0]`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_TOKEN = re.compile(r"\s*(?:(?P<name>[A-Za-z_][\w.]*(?:\s+\w+)?)|(?P<mark>[\[\],]))")


class TypeExpression(NamedTuple):
    """A name (`pkg.Class`, `self`, `list`, `argument 0`) and what stands in its brackets."""

    name: str
    arguments: tuple[TypeExpression, ...] = ()


class TypeExpressionError(ValueError):
    """The text is not a type expression."""


@cache
def parse_type(text: str) -> TypeExpression:
    """Parse a type expression. Raises `TypeExpressionError`."""
    tokens: list[str] = []
    position = 0
    while position < len(text.rstrip()):
        match = _TOKEN.match(text, position)
        if match is None:
            raise TypeExpressionError(f"unexpected {text[position]!r} in type expression {text!r}")
        tokens.append(match.group("name") or match.group("mark"))
        position = match.end()
    expression, rest = _parse(tokens, text)
    if rest:
        raise TypeExpressionError(f"unexpected {rest[0]!r} in type expression {text!r}")
    return expression


def _parse(tokens: list[str], text: str) -> tuple[TypeExpression, list[str]]:
    if not tokens or tokens[0] in "[],":
        raise TypeExpressionError(f"a name is missing in type expression {text!r}")
    name, rest = tokens[0], tokens[1:]
    arguments: list[TypeExpression] = []
    if rest and rest[0] == "[":
        while rest and rest[0] in "[,":
            argument, rest = _parse(rest[1:], text)
            arguments.append(argument)
        if not rest or rest[0] != "]":
            raise TypeExpressionError(f"a closing bracket is missing in type expression {text!r}")
        rest = rest[1:]
    return TypeExpression(name, tuple(arguments)), rest
