"""What a coroutine undoes when it is cancelled: an `await` just before that would be a place where nobody does."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.facts import model
from concurrency_lint.facts.model import UNKNOWN, Deed, Operation, Region, RegionKind
from concurrency_lint.project.call_names import only_tells
from concurrency_lint.project.interleaving import CHANGING_SPECIALS
from concurrency_lint.project.last_names import called_name, last_name, method_called
from concurrency_lint.project.modules import LinkedModule, function_bindings
from concurrency_lint.project.regions import regions_around
from concurrency_lint.project.sequence import after, suspends
from concurrency_lint.project.values import Function

_CANCELLING = ("BaseException", "CancelledError", "Cancelled", "GeneratorExit", "get_cancelled_exc_class")
_STRAIGHT = (RegionKind.SWITCH, RegionKind.WITH, RegionKind.TRY)
_DEEPEST = 8
_BEFORE = (
    "a cancellation could come at the `await`, before the `try` behind it, which undoes that; do it inside the `try`"
)
_ALSO = "`{}` also runs where the coroutine is cancelled, so it has to be done at once; see that an `await` may end it"


def why_not_parted(caller: Function, operation: Operation, *, changes: bool) -> str:
    """Why a cancellation had better not come at a call, in a clause; empty where nothing is seen.

    It `changes` something that outlasts the coroutine, or only reads.
    """
    undoing = _undoing(caller)
    if not undoing:
        return ""
    regions = caller.fact.regions
    own = called_name(caller, operation)
    around = set(regions_around(caller.fact, operation.region))
    if changes and own:
        for each in caller.fact.operations:
            inside = set(regions_around(caller.fact, each.region)) & undoing.keys()
            if inside - around and called_name(caller, each) == own:
                return _ALSO.format(own)
    behind = set(_tries_behind(caller, operation, around))
    ways = {number for number in undoing if regions[number].other in behind}
    return _BEFORE if ways and (changes or _is_used_in(caller, operation, ways)) else ""


def _undoing(caller: Function) -> dict[int, Region]:
    """The blocks that run when the coroutine is cancelled, and do something then."""
    found = {
        number: region
        for number, region in enumerate(caller.fact.regions)
        if region.kind is RegionKind.FINALLY
        or (region.kind is RegionKind.HANDLER and _is_cancelling(caller.module, region.subject))
    }
    busy = {
        around
        for operation in (caller.fact.operations if found else ())
        if _does_something(caller, operation)
        for around in regions_around(caller.fact, operation.region)
    }
    return {number: region for number, region in found.items() if number in busy}


def _is_cancelling(module: LinkedModule, index: int) -> bool:
    """Whether a handler is for cancellations; one that names nothing is."""
    reference = module.facts.references[index]
    if isinstance(reference, model.Collection):
        return any(_is_cancelling(module, each) for each in reference.items)
    if isinstance(reference, model.Call):
        return _is_cancelling(module, reference.function)
    return index == UNKNOWN or last_name(module, index) in _CANCELLING


def _does_something(caller: Function, operation: Operation) -> bool:
    if operation.deed is Deed.CALL:
        return not only_tells(called_name(caller, operation))
    return operation.deed is Deed.WRITE or (operation.deed is Deed.SPECIAL and operation.method in CHANGING_SPECIALS)


def _tries_behind(caller: Function, operation: Operation, around: set[int]) -> Iterator[int]:
    """Each `try` behind an operation that the coroutine comes to without waiting; where it returns it does not."""
    regions = caller.fact.regions
    returned = set(_returned(caller))
    for each in after(caller.fact, operation):
        inner = [number for number in regions_around(caller.fact, each.region) if number not in around]
        straight = True
        for number in reversed(inner):
            if regions[number].kind is RegionKind.TRY and straight:
                yield number
            straight = straight and regions[number].kind in _STRAIGHT
        if straight and suspends(each) and each.reference not in returned:
            return


def _returned(caller: Function) -> Iterator[int]:
    """What is awaited to be returned, and used for nothing before."""
    module = caller.module
    for index in caller.fact.returns:
        reference = module.facts.references[index]
        if isinstance(reference, model.Awaited) and not any(
            _mentions(module, each.reference, index, _DEEPEST) for each in caller.fact.operations
        ):
            yield reference.base


def _is_used_in(caller: Function, operation: Operation, ways: set[int]) -> bool:
    """Whether something is done in one of these blocks with what an operation gives: `file.close()`, `close(file)`."""
    references = caller.module.facts.references
    for each in caller.fact.operations:
        call = references[each.reference]
        if isinstance(call, model.Call) and not ways.isdisjoint(regions_around(caller.fact, each.region)):
            method = method_called(caller.module, each.reference)
            receiver = method.base if method is not None else call.function
            places = (receiver, *call.arguments, *(value for _, value in call.keywords))
            if any(_holds(caller.module, place, operation.reference, _DEEPEST) for place in places):
                return True
    return False


def _holds(module: LinkedModule, index: int, wanted: int, depth: int) -> bool:
    """Whether an expression may be another one, by whatever name."""
    reference = module.facts.references[index]
    inner: tuple[int, ...] = ()
    if isinstance(reference, (model.Awaited, model.Entered, model.Narrowed)):
        inner = (reference.base,)
    elif isinstance(reference, model.Declared):
        inner = (reference.value,)
    elif isinstance(reference, model.OneOf):
        inner = reference.options
    elif isinstance(reference, model.Name):
        inner = tuple(function_bindings(module.facts, reference.scope, reference.name) or ())
    return index == wanted or (depth > 0 and any(_holds(module, each, wanted, depth - 1) for each in inner))


def _mentions(module: LinkedModule, index: int, wanted: int, depth: int) -> bool:
    """Whether an expression is made of another one."""
    reference = module.facts.references[index]
    inner: tuple[int, ...] = ()
    if isinstance(reference, (model.Attribute, model.Item)):
        inner = (reference.base,)
    elif isinstance(reference, model.Call):
        inner = (reference.function, *reference.arguments, *(value for _, value in reference.keywords))
    return index == wanted or (depth > 0 and any(_mentions(module, each, wanted, depth - 1) for each in inner))
