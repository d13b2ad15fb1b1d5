"""What other code could come across half done, if a coroutine waited where it does not wait now."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.facts import model
from concurrency_lint.facts.model import UNKNOWN, Deed, FunctionFact, RegionKind
from concurrency_lint.project.last_names import method_called
from concurrency_lint.project.modules import LinkedModule, function_bindings
from concurrency_lint.project.roots import Root, is_guarded, roots, written
from concurrency_lint.project.sequence import after, before, until_one_waits
from concurrency_lint.project.values import Function

CHANGING = (
    *("add", "append", "appendleft", "clear", "difference_update", "discard", "extend", "extendleft", "insert"),
    *("intersection_update", "pop", "popitem", "popleft", "remove", "reverse", "setdefault", "sort", "update"),
)
_LOOKING = ("__contains__", "__getitem__")
_TAKING_OUT = ("pop", "remove")
CHANGING_SPECIALS = ("__setitem__", "__delitem__")


def changed_by_both(caller: Function, operation: model.Operation, called: Function) -> str:
    """The attribute of an object that a coroutine changes itself, and by a method that it calls on the object."""
    references = caller.module.facts.references
    method = method_called(caller.module, operation.reference)
    if method is None or not is_self(references[method.base], caller.index):
        return ""
    own = set(_changed(caller.module, caller.fact, caller.index))
    return next((name for name in _changed(called.module, called.fact, called.index) if name in own), "")


def made_once(called: Function) -> str:
    """The attribute that a method gives back, and fills when it is asked for the first time."""
    references = called.module.facts.references
    kept = {
        reference.name
        for reference in (references[index] for index in called.fact.returns)
        if isinstance(reference, model.Attribute) and is_self(references[reference.base], called.index)
    }
    for operation in called.fact.operations if kept else ():
        written = references[operation.reference]
        if operation.deed is Deed.WRITE and isinstance(written, model.Attribute) and written.name in kept:
            return written.name
    return ""


def keeps_in_module(called: Function) -> bool:
    """Whether a function sets names of its module and gives something back, or fills what it finds empty there."""
    module = called.module
    sets = any(scope.function == called.index and scope.global_names for scope in module.facts.scopes)
    if sets and called.fact.returns:
        return True
    tested, filled = set(), set()
    for operation in called.fact.operations:
        name = module.facts.references[operation.reference]
        if isinstance(name, model.Name) and function_bindings(module.facts, name.scope, name.name) is None:
            if operation.deed is Deed.TRUTH or (operation.deed is Deed.SPECIAL and operation.method == "__contains__"):
                tested.add(name.name)
            elif operation.deed is Deed.SPECIAL and operation.method == "__setitem__":
                filled.add(name.name)
    return not tested.isdisjoint(filled)


def read_and_set(caller: Function, operation: model.Operation) -> str:
    """What a coroutine reads of a shared object before an operation and sets after it, as yet without waiting between.

    A name of the module that is set to what the operation gives counts, too.
    """
    module = caller.module
    if is_guarded(caller, operation, RegionKind.ASYNC_WITH):
        return ""
    for scope in module.facts.scopes:
        for name in scope.global_names if scope.function == caller.index else ():
            if operation.reference in module.facts.scopes[0].bindings.get(name, ()):
                return name
    read = set()
    for each in until_one_waits(reversed(before(caller.fact, operation))):
        if each.deed is Deed.READ or (each.deed is Deed.SPECIAL and each.method in _LOOKING):
            read.add(each.reference)
        elif (held := _container(module, each, ("get",), most=2)) != UNKNOWN:
            read.add(held)
    for each in until_one_waits(after(caller.fact, operation)):
        is_set = each.deed is Deed.WRITE or (each.deed is Deed.SPECIAL and each.method in CHANGING_SPECIALS)
        place = each.reference if is_set else _container(module, each, _TAKING_OUT, most=1)
        if place in read and any(map(is_shared, roots(module, place))):
            return written(module, place)
    return ""


def _container(module: LinkedModule, operation: model.Operation, methods: tuple[str, ...], *, most: int) -> int:
    """What an operation calls one of these methods on, with one argument or more; 0 where it does not."""
    call = module.facts.references[operation.reference]
    if operation.deed is not Deed.CALL or not isinstance(call, model.Call) or not 0 < len(call.arguments) <= most:
        return UNKNOWN
    method = method_called(module, operation.reference)
    return method.base if method is not None and method.name in methods else UNKNOWN


def is_shared(root: Root) -> bool:
    return root.is_global or root.name in ("self", "cls")


def _changed(module: LinkedModule, fact: FunctionFact, index: int) -> Iterator[str]:
    """The attributes of a method's object that it sets, or whose contents it changes, in its own body."""
    references = module.facts.references
    for operation in fact.operations:
        place = operation.reference if operation.deed is Deed.WRITE else UNKNOWN
        if operation.deed is Deed.SPECIAL and operation.method in CHANGING_SPECIALS:
            place = operation.reference
        elif operation.deed is Deed.CALL:
            method = method_called(module, operation.reference)
            place = method.base if method is not None and method.name in CHANGING else UNKNOWN
        while place != UNKNOWN and isinstance(item := references[place], model.Item):
            place = item.base
        held = references[place] if place != UNKNOWN else None
        if isinstance(held, model.Attribute) and is_self(references[held.base], index):
            yield held.name


def is_self(reference: model.Reference, function: int) -> bool:
    """Whether a reference is the first parameter of a function."""
    return isinstance(reference, model.Parameter) and (reference.function, reference.position) == (function, 0)
