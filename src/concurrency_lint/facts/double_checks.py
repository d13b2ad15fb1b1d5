"""What is made once and kept: getters that make it when it is asked for, and locks that they take only then."""

from __future__ import annotations

import ast
from collections.abc import Iterable

AGAIN = "again"
"""The test of a region: its `with` looks again for what the function has looked for before."""
_FIRST = 3
"""Among how many statements of the `with` the second look stands."""


def looks_again(body: list[ast.stmt], asked: Iterable[ast.expr]) -> bool:
    """Whether a `with` first asks what the tests before it have `asked`, and then gives that back, or makes it.

    A guard that only raises (`if self.closed: raise`) does not count: behind it the lock is taken each time.
    """
    inner = [statement for statement in body[:_FIRST] if type(statement) is ast.If]
    if not inner:
        return False
    places = [place for test in asked for place in _places(test)]
    return any(
        _settles(each, place)
        for each in inner
        for place in _places(each.test)
        if any(_is_same(place, earlier) for earlier in places)
    )


def is_kept(value: ast.expr, asked: Iterable[ast.expr], module_names: Iterable[str]) -> bool:
    """Whether what is given back is an attribute, or a name of the module, that a test has looked at before."""
    if not isinstance(value, ast.Attribute) and not (isinstance(value, ast.Name) and value.id in module_names):
        return False
    return any(_is_same(value, place) for test in asked for place in _places(test))


def _places(test: ast.expr) -> list[ast.expr]:
    """What a test looks at: `x` of `x is None`, `not x`, `key not in x` and of their combinations."""
    if isinstance(test, ast.UnaryOp):
        return _places(test.operand)
    if isinstance(test, ast.BoolOp):
        return [place for value in test.values for place in _places(value)]
    if isinstance(test, ast.Compare):
        within = isinstance(test.ops[0], (ast.In, ast.NotIn))
        return [test.comparators[0] if within else test.left]
    return [test.target if isinstance(test, ast.NamedExpr) else test]


def _is_same(one: ast.expr, other: ast.expr) -> bool:
    """Whether two expressions are written alike. Most are names and attributes, which need not be put into words."""
    if type(one) is not type(other):
        return False
    if isinstance(one, ast.Name) and isinstance(other, ast.Name):
        return one.id == other.id
    if isinstance(one, ast.Attribute) and isinstance(other, ast.Attribute):
        return one.attr == other.attr and _is_same(one.value, other.value)
    return ast.unparse(one) == ast.unparse(other)


def _settles(again: ast.If, place: ast.expr) -> bool:
    """Whether the second look ends in giving back what was found, or in keeping there what was not."""
    for statement in again.body:
        if isinstance(statement, ast.Return):
            return statement.value is not None and not isinstance(statement.value, ast.Constant)
        for node in ast.walk(statement):
            if isinstance(node, (ast.Assign, ast.AnnAssign)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                kept = [target.value if isinstance(target, ast.Subscript) else target for target in targets]
                if any(_is_same(place, target) for target in (*targets, *kept)):
                    return True
    return False
