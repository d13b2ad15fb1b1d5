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


class _Node:
    __slots__ = ("distance", "edges", "function", "hits")

    def __init__(self, function: Function) -> None:
        self.function = function
        self.edges: list[Edge] = []
        self.hits: list[tuple[Operation, Hit]] = []
        self.distance: dict[str, int] = {}


class Reach:
    """Grows from functions; `label` sorts hits.

    Only what runs in place is followed, unless what is `handed` on counts, too, and so do the coroutines that are
    started. Even then, a coroutine that runs `beside` its caller does not.
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
    ) -> None:
        self._make, self._sites = linker.evaluator.make, linker.sites
        self.label, self._trust, self._into = label, trust, into
        self._beside, self._handed = beside, handed
        self._nodes: dict[Function, _Node] = {}
        self._new: list[_Node] = []

    def explore(self, functions: Iterable[Function]) -> None:
        """Add functions and what they lead to."""
        waiting = deque(functions)
        while waiting and len(self._nodes) < _MOST_FUNCTIONS:
            function = waiting.popleft()
            if function in self._nodes:
                continue
            node = self._nodes[function] = _Node(function)
            self._new.append(node)
            self._fill(node)
            waiting.extend(edge.target for edge in node.edges)

    def distance(self, function: Function, label: str) -> int | None:
        """The number of hops from an explored function to the nearest hit with this label."""
        self._settle()
        node = self._nodes.get(function)
        return None if node is None else node.distance.get(label)

    def labels(self, function: Function) -> dict[str, int]:
        """All that a function leads to, with the number of hops."""
        self._settle()
        node = self._nodes.get(function)
        return {} if node is None else node.distance

    def chain(self, function: Function, label: str) -> list[Hop]:
        """The shortest way from an explored function to what has the label; the first in the source among equals."""
        hops: list[Hop] = []
        node = self._nodes[function]
        while True:
            for operation, hit in node.hits:
                if self.label(hit) == label and not self._trusted(node.function, operation.line, label):
                    return [*hops, Hop(node.function, operation, hit)]
            wanted = node.distance[label] - 1
            edge = next(
                each
                for each in node.edges
                if self._passes(node, each, label) and self._nodes[each.target].distance.get(label) == wanted
            )
            hops.append(Hop(node.function, edge.operation, edge.target))
            node = self._nodes[edge.target]

    def hits(self, function: Function) -> list[tuple[Operation, Hit]]:
        """What an explored function calls itself."""
        return self._nodes[function].hits if function in self._nodes else []

    def edges(self, function: Function) -> list[Edge]:
        """The functions that an explored function runs, starts or hands on."""
        return self._nodes[function].edges if function in self._nodes else []

    def works(self, function: Function, *, except_for: tuple[str, ...]) -> bool:
        """Whether an explored function leads to any hit, of whatever label, but those."""
        seen, waiting = {function}, [function]
        while waiting:
            node = self._nodes.get(waiting.pop())
            if node is None:
                continue
            if any(self.label(hit) not in except_for for _, hit in node.hits):
                return True
            following = [edge.target for edge in node.edges if edge.target not in seen]
            seen.update(following)
            waiting += following
        return False

    def unresolved(self, function: Function) -> int:
        """The calls of a function of which nothing is known."""
        return self._sites.of(function).unresolved

    def _fill(self, node: _Node) -> None:
        function = node.function
        for site in self._sites.of(function).sites:
            self._add(node, site.operation, site.effects, started=self._handed is not None)
        for operation, handed in self._handed.of(function) if self._handed is not None else ():
            self._add(node, operation, handed, started=True)

    def _add(self, node: _Node, operation: Operation, effects: Effects, *, started: bool) -> None:
        node.hits += [(operation, hit) for hit in effects.hits]
        starts = effects.starts if started and not self._beside(node.function, operation.reference) else ()
        targets = [*effects.runs, *map(self._with_texts, starts)]
        node.edges += [Edge(operation, target) for target in targets if self._into(target)]

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

    def _settle(self) -> None:
        """Work out the distances of the functions added since: what they lead to is among them, or is settled."""
        if not self._new:
            return
        new, self._new = self._new, []
        callers: dict[Function, list[tuple[_Node, Edge]]] = {}
        for node in new:
            for edge in node.edges:
                callers.setdefault(edge.target, []).append((node, edge))
        waiting: dict[int, list[tuple[_Node, str]]] = {}
        for target in callers.keys() - {node.function for node in new}:
            if target in self._nodes:
                for known, far in self._nodes[target].distance.items():
                    waiting.setdefault(far, []).append((self._nodes[target], known))
        for node in new:
            for operation, hit in node.hits:
                label = self.label(hit)
                if label is None or label in node.distance or self._silent(node, label):
                    continue
                if not self._trusted(node.function, operation.line, label):
                    node.distance[label] = 1
                    waiting.setdefault(1, []).append((node, label))
        while waiting:
            far = min(waiting)
            for node, label in waiting.pop(far):
                for caller, edge in callers.get(node.function, ()):
                    if label not in caller.distance and self._passes(caller, edge, label):
                        caller.distance[label] = far + 1
                        waiting.setdefault(far + 1, []).append((caller, label))

    def _passes(self, caller: _Node, edge: Edge, label: str) -> bool:
        return not self._silent(caller, label) and not self._trusted(caller.function, edge.operation.line, label)

    def _silent(self, node: _Node, label: str) -> bool:
        return self._trust.function(node.function, label)

    def _trusted(self, function: Function, line: int, label: str) -> bool:
        return self._trust.line(function, line, label)


def _is_text(values: Values) -> bool:
    return len(values) == 1 and isinstance(values[0], Constant) and isinstance(values[0].value, str)
