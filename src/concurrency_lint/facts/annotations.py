"""Annotations: expressions that name types, quoted or not, and run nothing when the code around them does."""

from __future__ import annotations

import ast

from concurrency_lint.facts.model import UNKNOWN, Collection, Item
from concurrency_lint.facts.walk import Walk

_NAMES = frozenset((ast.Name, ast.Attribute))


def annotation(walk: Walk, node: ast.expr | None) -> int:
    """The reference of an annotation; nothing is recorded as running."""
    if node is None:
        return UNKNOWN
    alive = walk.alive
    walk.alive = False
    reference = _type(walk, node)
    walk.alive = alive
    return reference


def _type(walk: Walk, node: ast.expr) -> int:
    if type(node) in _NAMES:
        return walk.expressions[type(node)](walk, node)
    if type(node) is ast.Constant and isinstance(node.value, str):
        try:
            return _type(walk, ast.parse(node.value.strip(), mode="eval").body)
        except (SyntaxError, ValueError):
            return UNKNOWN
    if type(node) is ast.Subscript:
        base = _type(walk, node.value)
        if type(node.slice) is ast.Tuple:
            if last_name(node.value) == "Annotated":
                first, *metadata = node.slice.elts
                parts = [_type(walk, first), *(walk.expression(item) for item in metadata)]
            else:
                parts = [_type(walk, item) for item in node.slice.elts]
            return walk.intern(Item(base, walk.intern(Collection("tuple", tuple(parts)))))
        if last_name(node.value) == "Literal":
            return UNKNOWN
        return walk.intern(Item(base, _type(walk, node.slice)))
    if type(node) is ast.BinOp and type(node.op) is ast.BitOr:
        return walk.one_of((_type(walk, node.left), _type(walk, node.right)))
    if type(node) is ast.List:
        return walk.intern(Collection("list", tuple([_type(walk, item) for item in node.elts])))
    return walk.expression(node)


def last_name(node: ast.expr) -> str:
    """The last segment of a dotted name; empty for any other expression."""
    if type(node) is ast.Attribute:
        return node.attr
    return node.id if type(node) is ast.Name else ""
