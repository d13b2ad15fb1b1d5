"""The operations of functions that matter, worked out once for all who ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.overriding import without_strangers
from concurrency_lint.project.sites import Effects

if TYPE_CHECKING:
    from concurrency_lint.facts.model import FunctionFact
    from concurrency_lint.project.effects import EffectFinder
    from concurrency_lint.project.values import Function


class Site(NamedTuple):
    """An operation of a function, and its effects."""

    operation: Operation
    effects: Effects


class Sites(NamedTuple):
    """What a function does: its sites in order of the source, and the number of calls of which nothing is known."""

    sites: list[Site]
    unresolved: int


_NO_SITES: list[Site] = []
_NOTHING: frozenset[tuple[int, int]] = frozenset()


class SiteFinder:
    """Works out the sites of functions."""

    def __init__(self, effects: EffectFinder) -> None:
        self._effects = effects
        self._known: dict[Function, Sites] = {}
        self._operations: dict[int, list[Operation]] = {}

    def of(self, function: Function) -> Sites:
        """The sites of a function in its frame."""
        known = self._known.get(function)
        if known is None:
            known = self._known[function] = self._worked_out(function)
        return known

    def _worked_out(self, function: Function) -> Sites:
        fact: FunctionFact = function.fact
        module, frame = function.module, function.frame
        sites = []
        unresolved = 0
        for operation in fact.operations if frame is None else self._differing(function):
            if operation.region >= 0 and not self._effects.reached(module, fact, operation.region, frame):
                continue
            effects = self._effects.of(function, operation)
            if fact.owner >= 0 and effects.runs:
                effects = without_strangers(self._effects.evaluator, function, operation, effects)
            if effects.hits or effects.runs or effects.starts:
                sites.append(Site(operation, effects))
            elif not effects.resolved and operation.deed is Deed.CALL:
                unresolved += 1
        return Sites(sites or _NO_SITES, unresolved)

    def _differing(self, function: Function) -> list[Operation]:
        """The operations of a function without those that do nothing, however it is called."""
        fact: FunctionFact = function.fact
        module = function.module
        found = self._operations.get(id(fact))
        if found is None:
            effects = self._effects
            found = self._operations[id(fact)] = [
                operation
                for operation in fact.operations
                if module.needs(operation.reference) != _NOTHING
                or not effects.reached(module, fact, operation.region, None)
                or _matters(operation, effects.of(function, operation))
            ]
        return found


def _matters(operation: Operation, effects: Effects) -> bool:
    """Whether an operation does something, or is a call of which nothing is known."""
    if effects.hits or effects.runs or effects.starts:
        return True
    return operation.deed is Deed.CALL and not effects.resolved
