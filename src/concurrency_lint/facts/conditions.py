"""Tests of `if`, `while` and `assert`: what `isinstance` tells about a name on either side."""

from __future__ import annotations

import ast

from concurrency_lint.facts.model import Narrowed, RegionKind
from concurrency_lint.facts.operators import condition
from concurrency_lint.facts.walk import Walk

Narrowing = dict[str, int]
"""Names that a test tells more about: name to reference."""


def test(walk: Walk, node: ast.expr) -> tuple[Narrowing, Narrowing]:
    """Walk a test; gives what names hold where it succeeds, and where it fails."""
    if type(node) is ast.UnaryOp and type(node.op) is ast.Not:
        holds, fails = test(walk, node.operand)
        return fails, holds
    if type(node) is ast.BoolOp:
        return _combined(walk, node)
    if _is_isinstance(node):
        return _narrowed(walk, node)
    condition(walk, node)
    return {}, {}


def _combined(walk: Walk, node: ast.BoolOp) -> tuple[Narrowing, Narrowing]:
    """In `a and b`, b runs where a holds; in `a or b`, where a fails."""
    conjunction = type(node.op) is ast.And
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
        type(node) is ast.Call
        and type(node.func) is ast.Name
        and node.func.id == "isinstance"
        and len(node.args) == 2
        and type(node.args[0]) is ast.Name
    )


def _narrowed(walk: Walk, node: ast.expr) -> tuple[Narrowing, Narrowing]:
    assert type(node) is ast.Call
    assert type(node.args[0]) is ast.Name
    subject = walk.use(walk.expression(node.args[0]))
    classes = walk.expression(node.args[1])
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
    """What a test says of parameters, and of nothing else, where it succeeds and where it fails."""
    if type(node) is ast.UnaryOp and type(node.op) is ast.Not:
        holds, fails = switches(walk, node.operand)
        return fails, holds
    if type(node) is ast.BoolOp:
        parts = [switches(walk, part) for part in node.values]
        if type(node.op) is ast.And:
            return [switch for holds, _ in parts for switch in holds], []
        return [], [switch for _, fails in parts for switch in fails]
    kind, name = RegionKind.TRUTHY, node
    if type(node) is ast.Compare and len(node.ops) == 1 and type(node.comparators[0]) is ast.Constant:
        name, value = node.left, node.comparators[0].value
        if isinstance(node.ops[0], (ast.Is, ast.IsNot)) and value is None:
            kind = RegionKind.NONE
        elif isinstance(node.ops[0], (ast.Is, ast.Eq, ast.IsNot, ast.NotEq)) and isinstance(value, bool):
            kind = RegionKind.TRUTHY if value else RegionKind.FALSY
        else:
            return [], []
        if isinstance(node.ops[0], (ast.IsNot, ast.NotEq)):
            kind = _OPPOSITE[kind]
    if type(name) is not ast.Name:
        return [], []
    reference = walk.environment.get(name.id)
    if reference is None or not walk.switch_on(reference):
        return [], []
    return [(kind, reference)], [(_OPPOSITE[kind], reference)]
