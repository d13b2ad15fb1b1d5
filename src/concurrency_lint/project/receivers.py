"""What was done to a receiver before: a file opened at the same place, a socket set non-blocking."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from concurrency_lint.catalogue.schema import Call
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation, RegionKind
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.last_names import called_name, method_called
from concurrency_lint.project.regions import blocks_of, inside, regions_around
from concurrency_lint.project.sequence import before
from concurrency_lint.project.values import Bound, External

if TYPE_CHECKING:
    from concurrency_lint.catalogue.schema import Setting
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.sites import Hit
    from concurrency_lint.project.values import Function

_SUBMIT = "submit"
_TAKING = frozenset({"result", "exception", "map", "wait", "as_completed", "gather", "wrap_future", "shutdown"})
"""What takes, or waits for, the results of what was submitted."""


class Receivers:
    """Decides which blocking calls their receiver excuses."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._asking: dict[LinkedModule, dict[int, list[int]]] = {}

    def without_excused(self, function: Function, operation: Operation, hits: list[Hit]) -> list[Hit]:
        """The hits that the history of their receiver, and what is asked of their result, leave standing."""
        module = function.module
        if hits and self._asked_whether_awaitable(module, operation):
            return []
        left = []
        for hit in hits:
            if isinstance(hit.entry, Call) and self._excuses(function, operation, hit.entry):
                if hit.entry.kind != "result":
                    continue
                # Inside a task, Celery refuses it all the same.
                hit = hit._replace(entry=_at_hand(hit.entry))
            left.append(hit)
        return left

    def _excuses(self, function: Function, operation: Operation, entry: Call) -> bool:
        return (
            (entry.continues and self._opened_here(function.module, operation))
            or any(self._is_set(function, operation, setting) for setting in entry.unless_set)
            or (entry.finishes_block and not _leaves_work(function, operation))
            or bool(entry.unless_told and self._is_told(function, operation, entry.unless_told))
        )

    def _asked_whether_awaitable(self, module: LinkedModule, operation: Operation) -> bool:
        """Whether the module asks of the call's result if it is to be awaited: on a loop, it is."""
        for function in self._asking_of(module).get(operation.reference, ()):
            for callee in self._evaluator.values(module, function, None):
                found = self._evaluator.catalogue.call(callee.name) if isinstance(callee, External) else None
                if found is not None and found[1].asks_awaitable:
                    return True
        return False

    def _asking_of(self, module: LinkedModule) -> dict[int, list[int]]:
        """For each reference that a function is called with alone, the functions."""
        found = self._asking.get(module)
        if found is None:
            found = self._asking[module] = {}
            references = module.facts.references
            for reference in references:
                if type(reference) is model.Call and len(reference.arguments) == 1:
                    given = references[reference.arguments[0]]
                    index = given.value if isinstance(given, model.Declared) else reference.arguments[0]
                    found.setdefault(index, []).append(reference.function)
        return found

    def _opened_here(self, module: LinkedModule, operation: Operation) -> bool:
        """Whether the same function opened it: that call is reported itself, or is harmless."""
        opening = module.facts.references[_origin(module, operation)]
        if not isinstance(opening, model.Call):
            return False
        for callee in self._evaluator.values(module, opening.function, None):
            name = callee.function if isinstance(callee, Bound) else callee
            found = self._evaluator.catalogue.call(name.name) if isinstance(name, External) else None
            if found is not None and found[1].kind is not None:
                return True
        return False

    def _is_told(self, function: Function, operation: Operation, methods: tuple[str, ...]) -> bool:
        """Whether it stands in a branch that is taken where one of the methods has given something."""
        module, fact = function.module, function.fact
        for index in regions_around(fact, operation.region):
            region = fact.regions[index]
            if region.kind is RegionKind.SWITCH and (region.test, region.holds) == ("none", False):
                method = method_called(module, region.subject)
                if (
                    method is not None
                    and method.name in methods
                    and _root(module, method.base) == _origin(module, operation)
                ):
                    return True
        return False

    def _is_asked(self, function: Function, operation: Operation, receiver: int, setting: Setting) -> bool:
        """Whether an operation stands in a branch on what the method says, or the attribute was read before it."""
        module, fact = function.module, function.fact
        references = module.facts.references
        for index in regions_around(fact, operation.region):
            region = fact.regions[index]
            if region.kind is RegionKind.SWITCH and (region.test, region.holds) == ("truthy", setting.asked):
                asked = references[region.subject]
                if isinstance(asked, model.Call) and _is_member(module, asked.function, receiver, setting.method):
                    return True
        return any(
            each.deed is Deed.READ and _is_member(module, each.reference, receiver, setting.method)
            for each in before(fact, operation)
        )

    def _is_set(self, function: Function, operation: Operation, setting: Setting) -> bool:
        """Whether the module calls the setting method on the same thing: a variable, or an attribute of `self`."""
        module = function.module
        receiver = _receiver(module, operation.reference)
        if receiver is None:
            return False
        if setting.asked is not None:
            return self._is_asked(function, operation, receiver, setting)
        for reference in module.facts.references:
            if type(reference) is not model.Call:
                continue
            called = module.facts.references[reference.function]
            if type(called) is not model.Attribute or called.name != setting.method:
                continue
            things = _passed(module, reference) if setting.passed else (called.base,)
            if any(_same(module, thing, receiver) for thing in things):
                if setting.given is None:
                    return True
                arguments = Arguments(self._evaluator, module, reference, None)
                if self._evaluator.externals.holds((setting.given,), arguments):
                    return True
        return False


def _receiver(module: LinkedModule, index: int) -> int | None:
    call = module.facts.references[index]
    function = module.facts.references[call.function] if isinstance(call, model.Call) else call
    return function.base if isinstance(function, model.Attribute) else None


def _passed(module: LinkedModule, call: model.Call) -> Iterator[int]:
    """What a call is given by position, alone or in a list."""
    for index in call.arguments:
        given = module.facts.references[index]
        yield from given.items if isinstance(given, model.Collection) else (index,)


def _leaves_work(function: Function, operation: Operation) -> bool:
    """Whether the block of a `with` only submits, so that its end is where the work is waited for."""
    fact = function.fact
    blocks = blocks_of(fact, operation)
    if any(fact.regions[each].awaits for each in blocks):
        return False
    called = {called_name(function, each) for each in inside(fact, blocks) if each.deed is Deed.CALL}
    return _SUBMIT in called and called.isdisjoint(_TAKING)


def _is_member(module: LinkedModule, index: int, receiver: int, name: str) -> bool:
    """Whether a reference is this attribute of that thing."""
    member = module.facts.references[index]
    return isinstance(member, model.Attribute) and member.name == name and _same(module, member.base, receiver)


@cache
def _at_hand(entry: Call) -> Call:
    """The entry of a call that would wait for a task, where the task is done."""
    return msgspec.structs.replace(entry, kind="ready")


def _same(module: LinkedModule, one: int, other: int) -> bool:
    """Whether two references name one thing; attributes of that name of any object in the module count as one."""
    if one == other:
        return True
    first, second = module.facts.references[one], module.facts.references[other]
    return isinstance(first, model.Attribute) and isinstance(second, model.Attribute) and first.name == second.name


def _origin(module: LinkedModule, operation: Operation) -> int:
    """The reference at the root of what an operation works on: of `f.read()` with `f = open(p)`, the call of `open`."""
    references = module.facts.references
    index = operation.reference
    if operation.deed is Deed.CALL:
        call = references[index]
        assert isinstance(call, model.Call)
        index = call.function
    return _root(module, index)


def _root(module: LinkedModule, index: int) -> int:
    references = module.facts.references
    while True:
        reference = references[index]
        if not isinstance(reference, (model.Attribute, model.Entered, model.Element)):
            return index
        index = reference.base
