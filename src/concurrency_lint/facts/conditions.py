"""Tests of `if`, `while` and `assert`: what `isinstance` tells about a name on either side."""

from __future__ import annotations

import ast

from concurrency_lint.facts import expressions
from concurrency_lint.facts.model import Narrowed, RegionKind
from concurrency_lint.facts.walk import Walk

Narrowing = dict[str, int]
"""Names that a test tells more about: name to reference."""


def test(walk: Walk, node: ast.expr) -> tuple[Narrowing, Narrowing]:
    """Walk a test; gives what names hold where it succeeds, and where it fails."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        holds, fails = test(walk, node.operand)
        return fails, holds
    if isinstance(node, ast.BoolOp):
        return _combined(walk, node)
    if _is_isinstance(node):
        return _narrowed(walk, node)
    expressions.condition(walk, node)
    return {}, {}


def _combined(walk: Walk, node: ast.BoolOp) -> tuple[Narrowing, Narrowing]:
    """In `a and b`, b runs where a holds; in `a or b`, where a fails."""
    conjunction = isinstance(node.op, ast.And)
    before = walk.environment
    gathered: Narrowing = {}
    for part in node.values:
        holds, fails = test(walk, part)
        gathered.update(holds if conjunction else fails)
        before = {**before, **{name: value for name, value in walk.environment.items() if name not in before}}
        walk.environment = {**walk.environment, **gathered}
    walk.environment = {**walk.environment, **{name: before[name] for name in gathered if name in before}}
    return (gathered, {}) if conjunction else ({}, gathered)


def _is_isinstance(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "isinstance"
        and len(node.args) == 2
        and isinstance(node.args[0], ast.Name)
    )


def _narrowed(walk: Walk, node: ast.expr) -> tuple[Narrowing, Narrowing]:
    assert isinstance(node, ast.Call)
    assert isinstance(node.args[0], ast.Name)
    subject = walk.use(expressions.expression(walk, node.args[0]))
    classes = expressions.expression(walk, node.args[1])
    name = node.args[0].id
    return (
        {name: walk.intern(Narrowed(subject, classes, True))},
        {name: walk.intern(Narrowed(subject, classes, False))},
    )


Switch = tuple[RegionKind, int]
"""What must hold of a parameter (a reference) in a branch."""
_OPPOSITE = {
    RegionKind.TRUTHY: RegionKind.FALSY,
    RegionKind.FALSY: RegionKind.TRUTHY,
    RegionKind.NONE: RegionKind.NOT_NONE,
    RegionKind.NOT_NONE: RegionKind.NONE,
}


def switches(walk: Walk, node: ast.expr) -> tuple[list[Switch], list[Switch]]:
    """What a test says of parameters where it succeeds, and where it fails; what it says of anything else is left out."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        holds, fails = switches(walk, node.operand)
        return fails, holds
    if isinstance(node, ast.BoolOp):
        parts = [switches(walk, part) for part in node.values]
        if isinstance(node.op, ast.And):
            return [switch for holds, _ in parts for switch in holds], []
        return [], [switch for _, fails in parts for switch in fails]
    kind, name = RegionKind.TRUTHY, node
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.comparators[0], ast.Constant):
        name, value = node.left, node.comparators[0].value
        if isinstance(node.ops[0], (ast.Is, ast.IsNot)) and value is None:
            kind = RegionKind.NONE
        elif isinstance(node.ops[0], (ast.Is, ast.Eq, ast.IsNot, ast.NotEq)) and isinstance(value, bool):
            kind = RegionKind.TRUTHY if value else RegionKind.FALSY
        else:
            return [], []
        if isinstance(node.ops[0], (ast.IsNot, ast.NotEq)):
            kind = _OPPOSITE[kind]
    if not isinstance(name, ast.Name):
        return [], []
    reference = walk.environment.get(name.id)
    if reference is None or not walk.switch_on(reference):
        return [], []
    return [(kind, reference)], [(_OPPOSITE[kind], reference)]
