"""What functions lead to, at any depth: the nearest library call of a sort, and the chain up to there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts.model import Operation
from concurrency_lint.project.graph import Hop, Trust
from concurrency_lint.project.sites import Effects, Hit
from concurrency_lint.project.values import Constant, Function, Values

if TYPE_CHECKING:
    from concurrency_lint.project.linker import Linker
    from concurrency_lint.project.practices.handed import Handed

_MOST_FUNCTIONS = 60_000


class Edge(NamedTuple):
    """An operation of a function, and the function that it runs, starts or hands on."""

    operation: Operation
    target: Function


class _Links(NamedTuple):
    hits: list[tuple[Operation, Hit]]
    edges: list[Edge]


_NOWHERE: dict[str, int] = {}
"""Of functions that lead to nothing with a label, which most do."""


class Reach:
    """Grows from functions; `label` sorts hits.

    Only what runs in place is followed, unless what is `handed` on counts, too, and so do the coroutines that are
    started. Even then, a coroutine that runs `beside` its caller does not. `rarely` tells of what counts for no label
    since it is hardly ever done.
    """

    def __init__(
        self,
        linker: Linker,
        label: Callable[[Hit], str | None],
        trust: Trust,
        *,
        handed: Handed | None = None,
        beside: Callable[[Function, int], bool] = lambda function, reference: False,
        into: Callable[[Function], bool] = lambda function: True,
        rarely: Callable[[Function, Operation, str], bool] = lambda function, operation, label: False,
    ) -> None:
        self._make, self._sites = linker.evaluator.make, linker.sites
        self.label, self._trust, self._into = label, trust, into
        self._beside, self._handed, self._rarely = beside, handed, rarely
        self._distances: dict[Function, dict[str, int]] = {}

    def explore(self, functions: Iterable[Function]) -> None:
        """Add functions and what they lead to."""
        new: dict[Function, _Links] = {}
        waiting = deque(functions)
        while waiting and len(self._distances) < _MOST_FUNCTIONS:
            function = waiting.popleft()
            if function in self._distances:
                continue
            links = new[function] = self._links(function)
            self._distances[function] = _NOWHERE
            waiting.extend(edge.target for edge in links.edges)
        if new:
            self._settle(new)

    def distance(self, function: Function, label: str) -> int | None:
        """The number of hops from an explored function to the nearest hit with this label."""
        return self._distances.get(function, _NOWHERE).get(label)

    def labels(self, function: Function) -> dict[str, int]:
        """All that a function leads to, with the number of hops."""
        return self._distances.get(function, _NOWHERE)

    def chain(self, function: Function, label: str) -> list[Hop]:
        """The shortest way from an explored function to what has the label; the first in the source among equals."""
        hops: list[Hop] = []
        while True:
            links = self._links(function)
            for operation, hit in links.hits:
                if self.label(hit) == label and self._counts(function, operation, label):
                    return [*hops, Hop(function, operation, hit)]
            wanted = self._distances[function][label] - 1
            edge = next(
                each
                for each in links.edges
                if self._passes(function, each, label) and self.distance(each.target, label) == wanted
            )
            hops.append(Hop(function, edge.operation, edge.target))
            function = edge.target

    def hits(self, function: Function) -> list[tuple[Operation, Hit]]:
        """What an explored function calls itself."""
        return self._links(function).hits if function in self._distances else []

    def edges(self, function: Function) -> list[Edge]:
        """The functions that an explored function runs, starts or hands on."""
        return self._links(function).edges if function in self._distances else []

    def works(self, function: Function, *, except_for: tuple[str, ...]) -> bool:
        """Whether an explored function leads to any hit, of whatever label, but those."""
        seen, waiting = {function}, [function]
        while waiting:
            current = waiting.pop()
            if current not in self._distances:
                continue
            links = self._links(current)
            if any(self.label(hit) not in except_for for _, hit in links.hits):
                return True
            following = [edge.target for edge in links.edges if edge.target not in seen]
            seen.update(following)
            waiting += following
        return False

    def unresolved(self, function: Function) -> int:
        """The calls of a function of which nothing is known."""
        return self._sites.of(function).unresolved

    def _links(self, function: Function) -> _Links:
        """Worked out again when it is asked for: what is told of is little beside what is searched."""
        links = _Links([], [])
        for site in self._sites.of(function).sites:
            self._add(links, function, site.operation, site.effects, started=self._handed is not None)
        for operation, handed in self._handed.of(function) if self._handed is not None else ():
            self._add(links, function, operation, handed, started=True)
        return links

    def _add(self, links: _Links, function: Function, operation: Operation, effects: Effects, *, started: bool) -> None:
        links.hits.extend((operation, hit) for hit in effects.hits)
        starts = effects.starts if started and not self._beside(function, operation.reference) else ()
        targets = [*effects.runs, *map(self._with_texts, starts)]
        links.edges.extend(Edge(operation, target) for target in targets if self._into(target))

    def _with_texts(self, start: Function) -> Function:
        """A coroutine function with the plain texts that it is called with: they choose what it runs.

        What else it is called with seldom matters to what takes long in it.
        """
        frame, make = start.frame, self._make
        if frame is not None and frame.function == start.index and frame.module is start.module:
            texts = tuple((position, values) for position, values in frame.bindings if _is_text(values))
            frame = make.frame(start.module, start.index, texts, None)
        else:
            frame = None
        return make.make(Function, start.module, start.index, frame)

    def _settle(self, new: dict[Function, _Links]) -> None:
        """Work out the distances of `new` functions: what they lead to is among them, or has been settled before."""
        callers: dict[Function, list[tuple[Function, Edge]]] = {}
        for function, links in new.items():
            for edge in links.edges:
                callers.setdefault(edge.target, []).append((function, edge))
        waiting: dict[int, list[tuple[Function, str]]] = {}
        for target in callers.keys() - new.keys():
            for known, far in self.labels(target).items():
                waiting.setdefault(far, []).append((target, known))
        for function, links in new.items():
            for operation, hit in links.hits:
                label = self.label(hit)
                if label is None or self.distance(function, label) is not None or self._silent(function, label):
                    continue
                if self._counts(function, operation, label):
                    self._put(function, label, 1)
                    waiting.setdefault(1, []).append((function, label))
        while waiting:
            far = min(waiting)
            for function, label in waiting.pop(far):
                for caller, edge in callers.get(function, ()):
                    if self.distance(caller, label) is None and self._passes(caller, edge, label):
                        self._put(caller, label, far + 1)
                        waiting.setdefault(far + 1, []).append((caller, label))

    def _put(self, function: Function, label: str, far: int) -> None:
        if self._distances[function] is _NOWHERE:
            self._distances[function] = {}
        self._distances[function][label] = far

    def _passes(self, caller: Function, edge: Edge, label: str) -> bool:
        return not self._silent(caller, label) and self._counts(caller, edge.operation, label)

    def _silent(self, function: Function, label: str) -> bool:
        return self._trust.function(function, label)

    def _counts(self, function: Function, operation: Operation, label: str) -> bool:
        return not self._trust.line(function, operation.line, label) and not self._rarely(function, operation, label)


def _is_text(values: Values) -> bool:
    return len(values) == 1 and isinstance(values[0], Constant) and isinstance(values[0].value, str)
