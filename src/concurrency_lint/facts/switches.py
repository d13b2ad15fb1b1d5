"""Tests of parameters: what a branch says of a flag, an optional argument or a name that the caller passed."""

from __future__ import annotations

import ast
from typing import NamedTuple

from concurrency_lint.facts.literals import number
from concurrency_lint.facts.model import UNKNOWN, Call, OneOf, Parameter
from concurrency_lint.facts.walk import Walk

_OF_NOTHING = (ast.Gt, ast.NotEq, ast.Eq)
"""Comparisons of a number of things with 0: `queue.qsize() > 0`."""


class Switch(NamedTuple):
    """A test of `subject` (a reference): see `Region`."""

    subject: int
    test: str
    holds: bool
    other: int = UNKNOWN


def switches(walk: Walk, node: ast.expr) -> tuple[list[Switch], list[Switch]]:
    """What a test says of parameters and literals, and of nothing else, where it succeeds and where it fails."""
    if type(node) is ast.UnaryOp and type(node.op) is ast.Not:
        holds, fails = switches(walk, node.operand)
        return fails, holds
    if type(node) is ast.BoolOp:
        parts = [switches(walk, part) for part in node.values]
        if type(node.op) is ast.And:
            return [switch for holds, _ in parts for switch in holds], []
        return [], [switch for _, fails in parts for switch in fails]
    found = _switch(walk, node)
    return ([], []) if found is None else ([found], [found._replace(holds=not found.holds)])


def _switch(walk: Walk, node: ast.expr) -> Switch | None:
    if type(node) is ast.NamedExpr:
        node = node.target
    if type(node) is ast.Name:
        if node.id == "TYPE_CHECKING":
            return Switch(number(walk, False), "truthy", True)
        return _on(walk, node, "truthy", True, None)
    if type(node) is ast.Constant and isinstance(node.value, int):
        return Switch(walk.expression(node), "truthy", True)
    if type(node) is ast.Call and not node.keywords and len(node.args) < 2:
        if not node.args:
            return _of_call(walk, node, "truthy", True)
        if type(node.func) is ast.Attribute and node.func.attr in ("startswith", "endswith"):
            return _on(walk, node.func.value, node.func.attr, True, node.args[0])
        return _on_coroutine(walk, node.func, node.args[0])
    if type(node) is ast.Compare and len(node.ops) == 1:
        return _comparison(walk, node.left, node.ops[0], node.comparators[0])
    return None


def _comparison(walk: Walk, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> Switch | None:
    if type(left) is ast.Call and type(right) is ast.Constant and right.value == 0 and type(operator) in _OF_NOTHING:
        return _of_call(walk, left, "truthy", type(operator) is not ast.Eq)
    if type(right) is ast.Constant and type(operator) in (ast.Is, ast.IsNot, ast.Eq, ast.NotEq):
        holds = type(operator) in (ast.Is, ast.Eq)
        if right.value is None and type(left) is ast.Call:
            return _of_call(walk, left, "none", holds)
        if right.value is None:
            return _on(walk, left, "none", holds, None)
        if type(right.value) is bool:
            return _on(walk, left, "truthy", holds is right.value, None)
        return _on(walk, left, "equal", holds, right)
    if type(operator) in (ast.In, ast.NotIn):
        if type(left) is ast.Name and type(right) is ast.Attribute:
            # `if name in self.handlers:`: what follows may look it up.
            walk.switch_on(walk.environment.get(left.id, UNKNOWN))
        return _on(walk, left, "in", type(operator) is ast.In, right)
    return None


def _of_call(walk: Walk, node: ast.Call, test: str, holds: bool) -> Switch | None:
    """What a call without arguments says: `if get_running_loop() is None`."""
    callee = None if node.args or node.keywords else walk.peek(node.func)
    return Switch(walk.intern(Call(callee, (), ())), test, holds) if callee else None


def _on_coroutine(walk: Walk, asked: ast.expr, subject: ast.expr) -> Switch | None:
    """What `if iscoroutinefunction(function)` says of a parameter."""
    name = asked.attr if type(asked) is ast.Attribute else asked.id if type(asked) is ast.Name else ""
    if name != "iscoroutinefunction" or type(subject) is not ast.Name:
        return None
    reference = walk.environment.get(subject.id, UNKNOWN)
    return Switch(reference, "coroutine", True) if isinstance(walk.references[reference], Parameter) else None


def _on(walk: Walk, subject: ast.expr, test: str, holds: bool, other: ast.expr | None) -> Switch | None:
    if type(subject) is ast.NamedExpr:
        subject = subject.target
    if type(subject) is not ast.Name:
        return None
    reference = walk.environment.get(subject.id)
    if reference is None or not _is_constant(other):
        return None
    if not walk.switch_on(reference) and not _may_be_loop(walk, reference):
        return None
    return Switch(reference, test, holds, UNKNOWN if other is None else walk.expression(other))


def _may_be_loop(walk: Walk, reference: int) -> bool:
    """Whether it can be what a call without arguments gave: `get_running_loop()`, or None where that failed."""
    known = walk.references[reference]
    options = known.options if isinstance(known, OneOf) else (reference,)
    return any(isinstance(call := walk.references[option], Call) and not call.arguments for option in options)


def _is_constant(node: ast.expr | None) -> bool:
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return all(isinstance(item, ast.Constant) for item in node.elts)
    return node is None or isinstance(node, ast.Constant)
