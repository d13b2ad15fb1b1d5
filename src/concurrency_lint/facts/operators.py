"""Operators: what they run on objects with special methods, and whose truth they take."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts.literals import made_text, number
from concurrency_lint.facts.model import UNKNOWN, Binary, Const, Deed
from concurrency_lint.facts.walk import Walk

_SPECIAL, _TRUTH = Deed.SPECIAL, Deed.TRUTH
_METHODS = {
    ast.Add: "__add__",
    ast.Sub: "__sub__",
    ast.Mult: "__mul__",
    ast.MatMult: "__matmul__",
    ast.Div: "__truediv__",
    ast.Mod: "__mod__",
    ast.Pow: "__pow__",
    ast.LShift: "__lshift__",
    ast.RShift: "__rshift__",
    ast.BitOr: "__or__",
    ast.BitXor: "__xor__",
    ast.BitAnd: "__and__",
    ast.FloorDiv: "__floordiv__",
    ast.UAdd: "__pos__",
    ast.USub: "__neg__",
    ast.Invert: "__invert__",
    ast.Eq: "__eq__",
    ast.NotEq: "__ne__",
    ast.Lt: "__lt__",
    ast.LtE: "__le__",
    ast.Gt: "__gt__",
    ast.GtE: "__ge__",
}
OBJECTS = frozenset((ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Await))
"""Expressions whose value may be an object with special methods of its own."""


def condition(walk: Walk, node: ast.expr) -> int:
    """Walk an expression whose truth is taken."""
    reference = walk.expression(node)
    if type(node) in OBJECTS:
        walk.record(_TRUTH, reference, node)
    return reference


def _binary(walk: Walk, node: ast.BinOp) -> int:
    spine = [node]
    while isinstance(spine[-1].left, ast.BinOp):
        spine.append(spine[-1].left)
    left = walk.expression(spine[-1].left)
    for link in reversed(spine):
        right = walk.expression(link.right)
        method = _METHODS[type(link.op)]
        if type(link.left) in OBJECTS:
            walk.record(_SPECIAL, left, link, method=method)
        form = _form(link)
        left = made_text(walk, form) if form else walk.intern(Binary(method, walk.use(left), walk.use(right)))
    return left


def _form(node: ast.BinOp) -> str:
    """`on_*` for `"on_" + x` and `"on_%s" % x`; empty for anything but text of which that can be the name."""
    before, after = _text(node.left), _text(node.right)
    if type(node.op) is ast.Mod and before.count("%s") == before.count("%") == 1:
        form = before.replace("%s", "*")
    elif type(node.op) is ast.Add and bool(before) is not bool(after):
        form = f"{before}*{after}"
    else:
        return ""
    return form if form.replace("*", "").isidentifier() else ""


def _text(node: ast.expr) -> str:
    return node.value if type(node) is ast.Constant and isinstance(node.value, str) else ""


def _unary(walk: Walk, node: ast.UnaryOp) -> int:
    if type(node.op) is ast.Not:
        condition(walk, node.operand)
        return walk.intern(Const("bool", None))
    operand = walk.expression(node.operand)
    if type(node.operand) is ast.Constant and type(node.op) is ast.USub:
        value = node.operand.value
        if isinstance(value, (int, float)):
            return number(walk, -value)
    if type(node.operand) in OBJECTS:
        walk.record(_SPECIAL, operand, node, method=_METHODS[type(node.op)])
    return UNKNOWN


def _boolean(walk: Walk, node: ast.BoolOp) -> int:
    options = [condition(walk, value) for value in node.values[:-1]]
    last = walk.expression(node.values[-1])
    if type(node.op) is ast.And:
        return last
    return walk.one_of([*options, last])


def _compare(walk: Walk, node: ast.Compare) -> int:
    left_node = node.left
    left = walk.expression(left_node)
    for operator, right_node in zip(node.ops, node.comparators, strict=True):
        right = walk.expression(right_node)
        if isinstance(operator, (ast.In, ast.NotIn)):
            if type(right_node) in OBJECTS:
                walk.record(_SPECIAL, right, node, method="__contains__")
        elif type(operator) in _METHODS and type(left_node) in OBJECTS and type(right_node) is not ast.Constant:
            walk.record(_SPECIAL, left, node, method=_METHODS[type(operator)])
        left_node, left = right_node, right
    return walk.intern(Const("bool", None))


def _conditional(walk: Walk, node: ast.IfExp) -> int:
    condition(walk, node.test)
    return walk.one_of((walk.expression(node.body), walk.expression(node.orelse)))


HANDLERS: dict[type[ast.expr], Callable[..., int]] = {
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.BoolOp: _boolean,
    ast.Compare: _compare,
    ast.IfExp: _conditional,
}
