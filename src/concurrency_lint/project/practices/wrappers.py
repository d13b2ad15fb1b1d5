"""Functions of the project that send what their callers give them: what is missing there is missing at the call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.roles_schema import Publish
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.findings import Step
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
        self._defined: dict[str, list[str]] | None = None
        self._sent_by: dict[tuple[LinkedModule, int], list[tuple[Operation, Use]]] = {}
        self._looked_through: set[LinkedModule] = set()
        self._calls: dict[LinkedModule, list[Sent]] = {}

    def of(self, module: LinkedModule) -> list[Sent]:
        """The calls of a module that publish through a function of the project."""
        if module not in self._calls:
            self._calls[module] = list(self._found(module))
        return self._calls[module]

    def _found(self, module: LinkedModule) -> Iterator[Sent]:
        names = self._names()
        if not names:
            return
        for index, fact in enumerate(module.facts.functions):
            for operation in fact.operations:
                call = module.facts.references[operation.reference] if operation.deed is Deed.CALL else None
                if isinstance(call, model.Call) and _called(module, call) in names:
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
            for operation, use in self._publishes(function)[:_MOST_SENT]:
                steps = [spots.step(*hop) for hop in (*chain, (function.module, operation, use.name))]
                entered = Place(function.module, operation.reference, caller)
                yield use, entered, Place(function.module, operation.reference, inner_caller), tuple(steps)
            if len(chain) <= _DEEPEST:
                names = self._names()
                for operation in function.fact.operations:
                    inner = function.module.facts.references[operation.reference]
                    if (
                        operation.deed is Deed.CALL
                        and isinstance(inner, model.Call)
                        and _called(function.module, inner) in names
                        and _passes_parameter(function.module, inner)
                    ):
                        deeper = Place(function.module, operation.reference, caller)
                        known = Place(function.module, operation.reference, inner_caller)
                        yield from self._entered(deeper, known, operation, chain)

    def _publishes(self, function: Function) -> list[tuple[Operation, Use]]:
        module = function.module
        if module not in self._looked_through:
            self._looked_through.add(module)
            for use in self._practices.uses.of(module, Publish):
                self._sent_by.setdefault((module, use.function), []).append((use.operation, use))
        return self._sent_by.get((module, function.index), [])

    def _names(self) -> dict[str, list[str]]:
        """The functions that are defined in files which import a client, by name."""
        if self._defined is None:
            self._defined = {}
            for path in self._practices.celery().mentions.paths("messaging"):
                try:
                    source = self._practices.read(path)
                except OSError:
                    continue
                for name in set(_DEFINED.findall(source)):
                    self._defined.setdefault(name.decode("utf-8", "replace"), []).append(path)
        return self._defined


def _called(module: LinkedModule, call: model.Call) -> str:
    reference = module.facts.references[call.function]
    if isinstance(reference, model.FunctionHere):
        return module.facts.functions[reference.function].name
    if isinstance(reference, model.Imported):
        return reference.name
    return reference.name if isinstance(reference, (model.Attribute, model.Name)) else ""


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
