"""Assignment targets: names, attributes, items and unpacking."""

from __future__ import annotations

import ast

from concurrency_lint.facts import expressions
from concurrency_lint.facts.model import (
    Attribute,
    Collection,
    Deed,
    Mapping,
    Name,
    Starred,
    Unpacked,
)
from concurrency_lint.facts.walk import TRACKED_VALUES, Walk


def assign(walk: Walk, target: ast.expr, value: int) -> None:
    """Give `value` (a reference) to `target`, and record what the assignment runs."""
    if isinstance(target, ast.Name):
        walk.bind(target.id, value)
    elif isinstance(target, ast.Attribute):
        _assign_attribute(walk, target, value)
    elif isinstance(target, ast.Subscript):
        base = expressions.expression(walk, target.value)
        key = expressions.expression(walk, target.slice)
        walk.record(Deed.SPECIAL, base, target, method="__setitem__")
        expressions.remember_item(walk, target.value, Mapping((key,), (walk.use(value),)))
    elif isinstance(target, (ast.Tuple, ast.List)):
        _unpack(walk, target, value)
    elif isinstance(target, ast.Starred):
        assign(walk, target.value, value)


def _assign_attribute(walk: Walk, target: ast.Attribute, value: int) -> None:
    base = walk.use(expressions.expression(walk, target.value))
    owner = walk.instance_owner(base)
    if owner is not None:
        owner.attributes.setdefault(target.attr, []).append(walk.use(value))
    elif isinstance(walk.references[value], TRACKED_VALUES):
        walk.attribute_writes.append((base, target.attr, walk.use(value)))
    walk.record(Deed.WRITE, walk.intern(Attribute(base, target.attr)), target)


def _unpack(walk: Walk, target: ast.Tuple | ast.List, value: int) -> None:
    targets = target.elts
    source = walk.references[value]
    if (
        isinstance(source, Collection)
        and source.kind in ("tuple", "list")
        and len(source.items) == len(targets)
        and not any(isinstance(target, ast.Starred) for target in targets)
        and not any(isinstance(walk.references[item], Starred) for item in source.items)
    ):
        for part, item in zip(targets, source.items, strict=True):
            assign(walk, part, item)
        return
    walk.record(Deed.ITERATE, value, target)
    for position, part in enumerate(targets):
        if isinstance(part, ast.Starred):
            assign(walk, part.value, walk.intern(Unpacked(walk.use(value), -1)))
        else:
            assign(walk, part, walk.intern(Unpacked(walk.use(value), position)))


def load_without_effect(walk: Walk, node: ast.expr) -> int:
    """The reference of a plain name or dotted name, without recording that it is read."""
    if isinstance(node, ast.Name):
        return walk.environment.get(node.id) or walk.intern(Name(walk.scope, node.id))
    if isinstance(node, ast.Attribute):
        return walk.intern(Attribute(load_without_effect(walk, node.value), node.attr))
    return 0
