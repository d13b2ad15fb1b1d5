"""Assignment targets: names, attributes, items and unpacking."""

from __future__ import annotations

import ast

from concurrency_lint.facts.containers import remember_item
from concurrency_lint.facts.model import (
    UNKNOWN,
    AnyReference,
    Attribute,
    Binary,
    Collection,
    Const,
    Deed,
    Mapping,
    OneOf,
    Starred,
    Unpacked,
    Written,
)
from concurrency_lint.facts.walk import TRACKED_VALUES, Walk

_SPECIAL, _ITERATE, _WRITE = Deed.SPECIAL, Deed.ITERATE, Deed.WRITE


def assign(walk: Walk, target: ast.expr, value: int) -> None:
    """Give `value` (a reference) to `target`, and record what the assignment runs."""
    if type(target) is ast.Name:
        walk.bind(target.id, value)
    elif type(target) is ast.Attribute:
        _assign_attribute(walk, target, value)
    elif type(target) is ast.Subscript:
        base = walk.expression(target.value)
        key = walk.expression(target.slice)
        walk.record(_SPECIAL, base, target, method="__setitem__")
        remember_item(walk, target.value, Mapping((key,), (walk.use(value),)))
        if walk.layout is not None:
            place = (target.lineno, target.col_offset)
            walk.layout.written.append(Written(walk.function, walk.choices > 0, base, "", key, value, *place))
    elif isinstance(target, (ast.Tuple, ast.List)):
        _unpack(walk, target, value)
    elif type(target) is ast.Starred:
        assign(walk, target.value, value)


def _assign_attribute(walk: Walk, target: ast.Attribute, value: int) -> None:
    base = walk.use(walk.expression(target.value))
    owner = walk.instance_owner(base)
    if owner is not None:
        owner.attributes.setdefault(target.attr, []).append(walk.use(value))
    elif isinstance(walk.references[value], TRACKED_VALUES):
        walk.attribute_writes.append((base, target.attr, walk.use(value)))
    elif _may_be_number(walk.references[value]):
        walk.number_writes.append((base, target.attr, value))
    if walk.layout is not None:
        place = (target.lineno, target.col_offset)
        walk.layout.written.append(Written(walk.function, walk.choices > 0, base, target.attr, UNKNOWN, value, *place))
    walk.record(_WRITE, walk.intern(Attribute(base, target.attr)), target)


def _may_be_number(reference: AnyReference) -> bool:
    if isinstance(reference, Const):
        return reference.kind in ("int", "float")
    return isinstance(reference, (Binary, Attribute, OneOf))


def _unpack(walk: Walk, target: ast.Tuple | ast.List, value: int) -> None:
    targets = target.elts
    source = walk.references[value]
    if (
        isinstance(source, Collection)
        and source.kind in ("tuple", "list")
        and len(source.items) == len(targets)
        and not any(type(target) is ast.Starred for target in targets)
        and not any(isinstance(walk.references[item], Starred) for item in source.items)
    ):
        for part, item in zip(targets, source.items, strict=True):
            assign(walk, part, item)
        return
    walk.record(_ITERATE, value, target)
    for position, part in enumerate(targets):
        if type(part) is ast.Starred:
            assign(walk, part.value, walk.intern(Unpacked(walk.use(value), -1)))
        else:
            assign(walk, part, walk.intern(Unpacked(walk.use(value), position)))
