"""Tests of `if`, `while` and `assert`: what `isinstance` tells about a name on either side."""

from __future__ import annotations

import ast

from concurrency_lint.facts.model import Narrowed
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
