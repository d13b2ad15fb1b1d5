"""Containers: displays of them, reading an item, and what is put into one later."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts.model import SLICING, UNKNOWN, Collection, Const, Deed, Item, Mapping, Starred
from concurrency_lint.facts.operators import OBJECTS
from concurrency_lint.facts.walk import TRACKED_VALUES, Walk

APPLICATION = "app"
"""What an object is called that some frameworks keep a program's services in, as items."""
ITEMS = "[]"
"""The name under which they are noted among the attributes that are written."""
_SPECIAL, _ITERATE = Deed.SPECIAL, Deed.ITERATE


def _sequence(walk: Walk, node: ast.List | ast.Tuple | ast.Set) -> int:
    items = tuple([walk.expression(item) for item in node.elts])
    walk.use_all(items)
    return walk.intern(Collection(type(node).__name__.lower(), items))


def _dict(walk: Walk, node: ast.Dict) -> int:
    keys, values = [], []
    for key, value in zip(node.keys, node.values, strict=True):
        keys.append(UNKNOWN if key is None else walk.expression(key))
        values.append(walk.use(walk.expression(value)))
    return walk.intern(Mapping(tuple(keys), tuple(values)))


def _starred(walk: Walk, node: ast.Starred) -> int:
    base = walk.expression(node.value)
    if type(node.value) in OBJECTS:
        walk.record(_ITERATE, base, node.value)
    return walk.intern(Starred(walk.use(base)))


def _subscript(walk: Walk, node: ast.Subscript) -> int:
    base = walk.expression(node.value)
    index = walk.expression(node.slice)
    if type(node.value) in OBJECTS:
        walk.record(_SPECIAL, base, node, method=SLICING if type(node.slice) is ast.Slice else "__getitem__")
    return walk.intern(Item(walk.use(base), walk.use(index)))


def _slice(walk: Walk, node: ast.Slice) -> int:
    for part in (node.lower, node.upper, node.step):
        if part is not None:
            walk.expression(part)
    return walk.intern(Const("slice", None))


def holds_worthy(walk: Walk, content: Collection | Mapping) -> bool:
    """Whether it holds nothing but what is worth remembering."""
    values = content.items if isinstance(content, Collection) else content.values
    return all(isinstance(walk.references[value], TRACKED_VALUES) for value in values)


def remember_item(walk: Walk, container: ast.expr, content: Collection | Mapping) -> None:
    """Note that `container` now holds `content` too, where a name or an attribute of `self` holds it."""
    if not holds_worthy(walk, content):
        return
    reference = walk.intern(content)
    if (container.id if type(container) is ast.Name else getattr(container, "attr", "")) == APPLICATION:
        walk.attribute_writes.append((walk.peek(container), ITEMS, reference))
    if type(container) is ast.Name:
        held = walk.environment.get(container.id)
        if held is not None:
            walk.bind(container.id, walk.one_of((held, reference)))
        else:
            walk.add_to_module(container.id, reference)
    elif type(container) is ast.Attribute:
        base = walk.peek(container.value)
        owner = walk.instance_owner(base)
        if owner is not None:
            owner.attributes.setdefault(container.attr, []).append(reference)
        elif base != UNKNOWN:
            walk.attribute_writes.append((base, container.attr, reference))


HANDLERS: dict[type[ast.expr], Callable[..., int]] = {
    ast.List: _sequence,
    ast.Tuple: _sequence,
    ast.Set: _sequence,
    ast.Dict: _dict,
    ast.Starred: _starred,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
}
