"""Functions of the project that send what their callers give them: what is missing there is missing at the call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.roles_schema import Publish
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.findings import Step
from concurrency_lint.project.last_names import last_name
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.origins import Caller, Place
from concurrency_lint.project.practices.places import shown
from concurrency_lint.project.practices.usage import Use
from concurrency_lint.project.values import Bound, Function

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_DEFINED = re.compile(rb"\bdef[ \t]+(\w+)")
_MOST_SENT = 4
_DEEPEST = 3


class Sent(NamedTuple):
    """A call of a wrapper: where it stands, and the publish behind it as it is entered from there.

    `within` is the same publish as far as it is known without this call.
    """

    module: LinkedModule
    function: int
    operation: Operation
    use: Use
    place: Place
    within: Place
    chain: tuple[Step, ...]


_Hop = tuple[LinkedModule, Operation, str]
"""A call on the way, before it is quoted: where it stands, and what it enters."""


class Wrappers:
    """Knows which functions wrap a publish; looks only into files that import a client."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._sent_by: dict[LinkedModule, dict[int, list[Use]]] = {}
        self._passing_on: dict[Function, list[Operation]] = {}
        self._calls: dict[LinkedModule, list[Sent]] = {}

    def of(self, module: LinkedModule) -> list[Sent]:
        """The calls of a module that publish through a function of the project."""
        if module not in self._calls:
            self._calls[module] = list(self._found(module))
        return self._calls[module]

    def _found(self, module: LinkedModule) -> Iterator[Sent]:
        if not self._names:
            return
        for index, fact in enumerate(module.facts.functions):
            for operation in fact.operations:
                call = module.facts.references[operation.reference] if operation.deed is Deed.CALL else None
                if isinstance(call, model.Call) and last_name(module, call.function) in self._names:
                    place = Place(module, operation.reference)
                    for use, inner, within, chain in self._entered(place, None, operation, ()):
                        yield Sent(module, index, operation, use, inner, within, chain)

    def _entered(
        self, place: Place, within: Place | None, call: Operation, before: tuple[_Hop, ...]
    ) -> Iterator[tuple[Use, Place, Place, tuple[Step, ...]]]:
        """The publishes of the functions that a call enters, at a few calls' distance."""
        reference, spots = place.reference, self._practices.spots
        assert isinstance(reference, model.Call)
        for callee in self._practices.evaluator.values(place.module, reference.function, None):
            function = callee.function if isinstance(callee, Bound) else callee
            if not isinstance(function, Function) or not function.fact.parameters:
                continue
            bound = isinstance(callee, Bound)
            caller = Caller(function.index, function.module, bound, place)
            inner_caller = None if within is None else Caller(function.index, function.module, bound, within)
            chain = (*before, (place.module, call, shown(function)))
            for use in self._publishes(function)[:_MOST_SENT]:
                steps = [spots.step(*hop) for hop in (*chain, (function.module, use.operation, use.name))]
                entered = Place(function.module, use.operation.reference, caller)
                yield use, entered, Place(function.module, use.operation.reference, inner_caller), tuple(steps)
            for operation in self._passes_on(function) if len(chain) <= _DEEPEST else ():
                deeper = Place(function.module, operation.reference, caller)
                known = Place(function.module, operation.reference, inner_caller)
                yield from self._entered(deeper, known, operation, chain)

    def _publishes(self, function: Function) -> list[Use]:
        """What the body of a function publishes itself."""
        sent = self._sent_by.get(function.module)
        if sent is None:
            sent = self._sent_by[function.module] = {}
            for use in self._practices.uses.of(function.module, Publish):
                sent.setdefault(use.function, []).append(use)
        return sent.get(function.index, [])

    def _passes_on(self, function: Function) -> list[Operation]:
        """The calls by which a function hands what it is given to what may be another wrapper."""
        found = self._passing_on.get(function)
        if found is None:
            references = function.module.facts.references
            found = self._passing_on[function] = [
                operation
                for operation in function.fact.operations
                if operation.deed is Deed.CALL
                and isinstance(call := references[operation.reference], model.Call)
                and last_name(function.module, call.function) in self._names
                and _passes_parameter(function.module, call)
            ]
        return found

    @cached_property
    def _names(self) -> frozenset[str]:
        """The functions that are defined in files which import a client."""
        found: set[bytes] = set()
        for path in self._practices.celery().mentions.paths("messaging"):
            with suppress(OSError):
                found.update(_DEFINED.findall(self._practices.read(path)))
        return frozenset(name.decode("utf-8", "replace") for name in found)


def _passes_parameter(module: LinkedModule, call: model.Call) -> bool:
    """Whether a call hands on anything that its function was given."""
    references = module.facts.references
    waiting = [*call.arguments, *(index for _, index in call.keywords)]
    for _ in range(32):
        if not waiting:
            return False
        reference = references[waiting.pop()]
        if isinstance(reference, model.Parameter):
            return True
        if isinstance(reference, (model.Attribute, model.Starred, model.Awaited)):
            waiting.append(reference.base)
        elif isinstance(reference, model.Call):
            waiting += [reference.function, *reference.arguments, *(index for _, index in reference.keywords)]
    return False
