"""Functions that call whatever others have registered with them, by the names of what they go through."""

from __future__ import annotations

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.last_names import method_called
from concurrency_lint.project.modules import LinkedModule, function_bindings
from concurrency_lint.project.values import Function

_REGISTERED = ("callback", "hook", "listener", "observer", "subscriber")
_DEEPEST = 6


def calls_registered(function: Function) -> bool:
    """Whether a function goes through callbacks, hooks or the like, and calls each, or a method of each."""
    references = function.module.facts.references
    for operation in function.fact.operations:
        call = references[operation.reference]
        if operation.deed is Deed.CALL and isinstance(call, model.Call):
            method = method_called(function.module, operation.reference)
            place = method.base if method is not None else call.function
            if _is_registered(function.module, place):
                return True
    return False


def _is_registered(module: LinkedModule, index: int) -> bool:
    """Whether an expression is one of several callbacks."""
    reference = module.facts.references[index]
    if isinstance(reference, model.Name):
        bound = function_bindings(module.facts, reference.scope, reference.name) or ()
        elements = [each for each in bound if isinstance(module.facts.references[each], model.Element)]
        return any(_is_registered(module, each) for each in elements)
    if isinstance(reference, model.Narrowed):
        return _is_registered(module, reference.base)
    return isinstance(reference, model.Element) and _is_named_so(module, reference.base, _DEEPEST)


def _is_named_so(module: LinkedModule, index: int, depth: int) -> bool:
    reference = module.facts.references[index]
    if depth == 0:
        return False
    if isinstance(reference, (model.Attribute, model.Name, model.Imported)):
        return any(word in reference.name.lower() for word in _REGISTERED)
    inner: tuple[int, ...] = ()
    if isinstance(reference, (model.Narrowed, model.Item, model.Element, model.Starred)):
        inner = (reference.base,)
    elif isinstance(reference, model.Declared):
        inner = (reference.value,)
    elif isinstance(reference, model.OneOf):
        inner = reference.options
    elif isinstance(reference, model.Collection):
        inner = reference.items
    elif isinstance(reference, model.Call):
        inner = (reference.function, *reference.arguments)
    elif isinstance(reference, model.Binary):
        inner = (reference.left, reference.right)
    return any(_is_named_so(module, each, depth - 1) for each in inner)
