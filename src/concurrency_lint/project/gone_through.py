"""Containers that a function goes through and that other code fills: in a thread they may change under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.interleaving import CHANGING, CHANGING_SPECIALS, is_self
from concurrency_lint.project.last_names import called_name, method_called
from concurrency_lint.project.modules import function_bindings

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.values import Function

_VIEWS = ("items", "keys", "values")
_GOING_THROUGH = ("all", "any", "enumerate", "filter", "map", "max", "min", "sorted", "sum", "zip")
_MAKING = ("__init__", "__post_init__", "__new__")
Place = tuple[int, str]
"""A name of the module (owner -1), or an attribute of the objects of a class (its index)."""


class GoneThrough:
    """Finds them; what each module changes is remembered."""

    def __init__(self) -> None:
        self._changed: dict[LinkedModule, set[Place | None]] = {}

    def by(self, function: Function, operation: Operation) -> Iterator[int]:
        """The containers, as references, that an operation goes through and that functions of the module change."""
        for index in _gone_through(function, operation):
            place = _place(function.module, function.index, index)
            if place is not None and place in self._changes(function.module):
                yield index

    def _changes(self, module: LinkedModule) -> set[Place | None]:
        """What the functions of a module add to or take out of, but for objects that are being made."""
        if module not in self._changed:
            self._changed[module] = {
                place
                for index, fact in enumerate(module.facts.functions)
                if index and fact.name not in _MAKING
                for operation in fact.operations
                if (place := _place(module, index, _container(module, operation))) is not None
            }
        return self._changed[module]


def _gone_through(function: Function, operation: Operation) -> Iterator[int]:
    """The containers that an operation goes through, as references."""
    references = function.module.facts.references
    reference = references[operation.reference]
    places: tuple[int, ...] = ()
    if operation.deed is Deed.ITERATE:
        places = (operation.reference,)
    elif isinstance(reference, model.Call) and called_name(function, operation) in _GOING_THROUGH:
        places = reference.arguments
    for place in places:
        method = method_called(function.module, place)
        if method is not None and method.name in _VIEWS:
            yield method.base
        yield place


def _container(module: LinkedModule, operation: Operation) -> int:
    """The container whose contents an operation changes, as a reference; zero for none."""
    if operation.deed is Deed.SPECIAL and operation.method in CHANGING_SPECIALS:
        return operation.reference
    method = method_called(module, operation.reference) if operation.deed is Deed.CALL else None
    return method.base if method is not None and method.name in CHANGING else 0


def _place(module: LinkedModule, function: int, index: int) -> Place | None:
    """Where a container is kept, if others can come by it."""
    reference = module.facts.references[index]
    if isinstance(reference, model.Name):
        own = function_bindings(module.facts, reference.scope, reference.name) is not None
        return None if own or reference.name not in module.facts.scopes[0].bindings else (-1, reference.name)
    if isinstance(reference, model.Attribute):
        base = module.facts.references[reference.base]
        owner = module.facts.functions[function].owner
        if is_self(base, function) and owner >= 0:
            return owner, reference.name
    return None
