"""What other code could come across half done, if a coroutine waited where it does not wait now."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.facts import model
from concurrency_lint.facts.model import UNKNOWN, Deed, FunctionFact
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.values import Function

_CHANGING = (
    *("add", "append", "appendleft", "clear", "difference_update", "discard", "extend", "extendleft", "insert"),
    *("intersection_update", "pop", "popitem", "popleft", "remove", "reverse", "setdefault", "sort", "update"),
)
_CHANGING_SPECIALS = ("__setitem__", "__delitem__")


def changed_by_both(caller: Function, operation: model.Operation, called: Function) -> str:
    """The attribute of an object that a coroutine changes itself, and by a method that it calls on the object."""
    references = caller.module.facts.references
    call = references[operation.reference]
    method = references[call.function] if isinstance(call, model.Call) else None
    if not isinstance(method, model.Attribute) or not _is_self(references[method.base], caller.index):
        return ""
    own = set(_changed(caller.module, caller.fact, caller.index))
    return next((name for name in _changed(called.module, called.fact, called.index) if name in own), "")


def made_once(called: Function) -> str:
    """The attribute that a method gives back, and fills when it is asked for the first time."""
    references = called.module.facts.references
    kept = {
        reference.name
        for reference in (references[index] for index in called.fact.returns)
        if isinstance(reference, model.Attribute) and _is_self(references[reference.base], called.index)
    }
    for operation in called.fact.operations if kept else ():
        written = references[operation.reference]
        if operation.deed is Deed.WRITE and isinstance(written, model.Attribute) and written.name in kept:
            return written.name
    return ""


def keeps_in_module(called: Function) -> bool:
    """Whether a function that gives something back sets names of its module, by `global`."""
    scopes = called.module.facts.scopes
    return bool(called.fact.returns) and any(scope.function == called.index and scope.global_names for scope in scopes)


def _changed(module: LinkedModule, fact: FunctionFact, index: int) -> Iterator[str]:
    """The attributes of a method's object that it sets, or whose contents it changes, in its own body."""
    references = module.facts.references
    for operation in fact.operations:
        place = operation.reference if operation.deed is Deed.WRITE else UNKNOWN
        if operation.deed is Deed.SPECIAL and operation.method in _CHANGING_SPECIALS:
            place = operation.reference
        elif operation.deed is Deed.CALL and isinstance(call := references[operation.reference], model.Call):
            method = references[call.function]
            if isinstance(method, model.Attribute) and method.name in _CHANGING:
                place = method.base
        while place != UNKNOWN and isinstance(item := references[place], model.Item):
            place = item.base
        held = references[place] if place != UNKNOWN else None
        if isinstance(held, model.Attribute) and _is_self(references[held.base], index):
            yield held.name


def _is_self(reference: model.Reference, function: int) -> bool:
    return isinstance(reference, model.Parameter) and (reference.function, reference.position) == (function, 0)
