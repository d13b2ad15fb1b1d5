"""Reach: the nearest place below a function, at any depth, where something is done that a question is about."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.findings import Step, via
from concurrency_lint.project.values import Function

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.effects import EffectFinder
    from concurrency_lint.project.sites import Effects
    from concurrency_lint.project.text import Texts

_MOST_FUNCTIONS = 2000
Wanted = Callable[[Function, "Operation", "Effects"], str | None]
"""What an operation does that the question is about, by name; None where it does nothing of the kind."""


class Found(NamedTuple):
    """A place that was reached: what is done there, and the calls up to it."""

    sink: str
    chain: tuple[Step, ...]

    @property
    def via(self) -> str:
        """The functions between, in short: `, via load() -> fetch()`."""
        return via(self.chain)


class Reach:
    """Searches the calls below functions, nearest first."""

    def __init__(self, effects: EffectFinder, texts: Texts) -> None:
        self.effects = effects
        self._texts = texts

    def from_function(self, function: Function, wanted: Wanted) -> Found | None:
        """The nearest wanted operation in a function or in what it runs."""
        return next(iter(self._search(function, list(function.fact.operations), wanted)), None)

    def from_operations(self, function: Function, operations: list[Operation], wanted: Wanted) -> list[Found]:
        """For each of these operations of a function, the nearest wanted operation that it leads to."""
        found = []
        for operation in operations:
            found += self._search(function, [operation], wanted)
        return found

    def each_site(self, function: Function, wanted: Wanted) -> list[Found]:
        """As `from_operations`, of every operation of a function."""
        return self.from_operations(function, list(function.fact.operations), wanted)

    def _search(self, function: Function, operations: list[Operation], wanted: Wanted) -> list[Found]:
        came_from: dict[Function, tuple[Function, Operation] | None] = {function: None}
        waiting: deque[tuple[Function, list[Operation]]] = deque([(function, operations)])
        while waiting and len(came_from) < _MOST_FUNCTIONS:
            current, todo = waiting.popleft()
            for operation in todo:
                if not self.effects.reached(current.module, current.fact, operation.region, current.frame):
                    continue
                effects = self.effects.of(current, operation)
                sink = wanted(current, operation, effects)
                if sink is not None:
                    return [Found(sink, self._chain(current, operation, sink, came_from))]
                for target in (*effects.runs, *effects.starts):
                    if target not in came_from:
                        came_from[target] = (current, operation)
                        waiting.append((target, list(target.fact.operations)))
        return []

    def _chain(
        self,
        function: Function,
        operation: Operation,
        sink: str,
        came_from: dict[Function, tuple[Function, Operation] | None],
    ) -> tuple[Step, ...]:
        steps = [self.step(function, operation, sink)]
        before = came_from[function]
        while before is not None:
            caller, call = before
            name = function.fact.symbol.rpartition(".<locals>.")[2]
            steps.append(self.step(caller, call, name))
            function = caller
            before = came_from[function]
        return tuple(reversed(steps))

    def step(self, function: Function, operation: Operation, target: str) -> Step:
        """One hop."""
        text = self._texts.of(function.module.path)
        span = text.span(operation)
        return Step(function.module.path, span, text.quote(span), target)
