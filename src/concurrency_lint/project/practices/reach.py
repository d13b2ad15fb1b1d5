"""What functions lead to, at any depth: the nearest library call of a sort, and the chain up to there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.graph import Hop, Trust
from concurrency_lint.project.sites import Effects, Hit
from concurrency_lint.project.values import Bound, Constant, External, Function, Value, Values

if TYPE_CHECKING:
    from concurrency_lint.project.linker import Linker

_ELSEWHERE = ("thread", "process", "inline")
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
    """Grows from functions; `label` sorts hits. Only what runs in place is followed, unless `everywhere`.

    Even then, a coroutine that runs `beside` its caller is not.
    """

    def __init__(
        self,
        linker: Linker,
        label: Callable[[Hit], str | None],
        trust: Trust,
        *,
        everywhere: bool,
        beside: Callable[[Function, int], bool] = lambda function, reference: False,
        into: Callable[[Function], bool] = lambda function: True,
    ) -> None:
        self._evaluator, self._effects, self._sites = linker.evaluator, linker.effects, linker.sites
        self.label, self._trust, self._everywhere, self._into = label, trust, everywhere, into
        self._beside = beside
        self._nodes: dict[Function, _Node] = {}
        self._settled = True

    def explore(self, functions: Iterable[Function]) -> None:
        """Add functions and what they lead to."""
        waiting = deque(functions)
        while waiting and len(self._nodes) < _MOST_FUNCTIONS:
            function = waiting.popleft()
            if function in self._nodes:
                continue
            self._settled = False
            node = self._nodes[function] = _Node(function)
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
            self._add(node, site.operation, site.effects, started=self._everywhere)
        if not self._everywhere:
            return
        for operation in function.fact.operations:
            if operation.deed is Deed.CALL:
                handed = self._handed(function, operation)
                if handed is not None:
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
        frame, make = start.frame, self._evaluator.make
        if frame is not None and frame.function == start.index and frame.module is start.module:
            texts = tuple((position, values) for position, values in frame.bindings if _is_text(values))
            frame = make.frame(start.module, start.index, texts, None)
        else:
            frame = None
        return make.make(Function, start.module, start.index, frame)

    def _handed(self, function: Function, operation: Operation) -> Effects | None:
        """The effects of the callable that a call gives to a thread, a process or a framework."""
        call = function.module.facts.references[operation.reference]
        assert isinstance(call, model.Call)
        if not call.arguments and not call.keywords:
            return None
        evaluator = self._evaluator
        for callee in evaluator.values(function.module, call.function, function.frame):
            name = _library_name(callee)
            entry = evaluator.catalogue.offload(name) if name is not None else None
            if entry is None or entry.runs not in _ELSEWHERE or entry.phase == "startup":
                continue
            arguments = Arguments(evaluator, function.module, call, function.frame)
            rest = Arguments(evaluator, complete=False)
            if entry.position is not None:
                rest = arguments.without_first(entry.position + 1)
            handed = Effects()
            for value in arguments.get(entry.position, entry.argument) or ():
                self._effects.run(value, rest, handed)
            return handed
        return None

    def _settle(self) -> None:
        if self._settled:
            return
        self._settled = True
        callers: dict[Function, list[tuple[_Node, Edge]]] = {}
        frontier: list[tuple[_Node, str]] = []
        for node in self._nodes.values():
            node.distance = {}
            for edge in node.edges:
                callers.setdefault(edge.target, []).append((node, edge))
        for node in self._nodes.values():
            for operation, hit in node.hits:
                label = self.label(hit)
                if label is None or label in node.distance or self._silent(node, label):
                    continue
                if not self._trusted(node.function, operation.line, label):
                    node.distance[label] = 1
                    frontier.append((node, label))
        while frontier:
            following: list[tuple[_Node, str]] = []
            for node, label in frontier:
                for caller, edge in callers.get(node.function, ()):
                    if label not in caller.distance and self._passes(caller, edge, label):
                        caller.distance[label] = node.distance[label] + 1
                        following.append((caller, label))
            frontier = following

    def _passes(self, caller: _Node, edge: Edge, label: str) -> bool:
        return not self._silent(caller, label) and not self._trusted(caller.function, edge.operation.line, label)

    def _silent(self, node: _Node, label: str) -> bool:
        return self._trust.function(node.function, label)

    def _trusted(self, function: Function, line: int, label: str) -> bool:
        return self._trust.line(function, line, label)


def _is_text(values: Values) -> bool:
    return len(values) == 1 and isinstance(values[0], Constant) and isinstance(values[0].value, str)


def _library_name(callee: Value) -> str | None:
    function = callee.function if isinstance(callee, Bound) else callee
    return function.name if isinstance(function, External) else None
