"""Handlers of expressions: each records what evaluating it does and gives the reference to its value."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts import calls, containers, functions, iteration, literals, operators
from concurrency_lint.facts.literals import made_text
from concurrency_lint.facts.model import UNKNOWN, Deed, Name
from concurrency_lint.facts.operators import OBJECTS
from concurrency_lint.facts.walk import Walk

_STRING = Deed.STRING


def _name(walk: Walk, node: ast.Name) -> int:
    name = node.id
    held = walk.environment.get(name)
    return walk.intern(Name(walk.scope, name)) if held is None else held


def _joined_string(walk: Walk, node: ast.JoinedStr) -> int:
    form = ""
    for value in node.values:
        if type(value) is ast.Constant:
            form += str(value.value)
        elif type(value) is ast.FormattedValue:
            form += "*"
            shown = walk.expression(value.value)
            if type(value.value) in OBJECTS:
                walk.record(_STRING, shown, value.value)
            if value.format_spec is not None:
                walk.expression(value.format_spec)
    return made_text(walk, form)


def _walrus(walk: Walk, node: ast.NamedExpr) -> int:
    value = walk.expression(node.value)
    walk.bind(node.target.id, value)
    return value


def _undescribed(walk: Walk, node: ast.expr) -> int:
    return UNKNOWN


HANDLERS: dict[type[ast.expr], Callable[..., int]] = {
    # A kind of expression that a later Python adds has a handler, too.
    **dict.fromkeys(ast.expr.__subclasses__(), _undescribed),
    **calls.HANDLERS,
    **containers.HANDLERS,
    **iteration.HANDLERS,
    **literals.HANDLERS,
    **operators.HANDLERS,
    ast.Name: _name,
    ast.JoinedStr: _joined_string,
    ast.NamedExpr: _walrus,
    ast.Lambda: functions.walk_lambda,
}
