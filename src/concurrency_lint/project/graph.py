"""The call graph below the code that runs on a loop: what each function blocks on, and the shortest way there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from concurrency_lint.facts.model import Operation
from concurrency_lint.project.site_finder import Site, SiteFinder
from concurrency_lint.project.sites import Hit
from concurrency_lint.project.values import Function

_UNREACHED = 1 << 30
_NOWHERE: dict[str, int] = {}
_LITTLE = ("metadata", "lock", "short-lock", "lock-across-await")


class Node:
    """One function in one frame: the sites that matter, and, per kind, how many hops away it blocks."""

    __slots__ = ("distance", "function", "sites", "unresolved")

    def __init__(self, function: Function) -> None:
        self.function = function
        self.sites: list[Site] = []
        self.distance = _NOWHERE
        self.unresolved = 0
        """Calls of which nothing is known."""

    def put(self, kind: str, far: int) -> None:
        """Note how far away it blocks with `kind`. Most functions nowhere do: they share one empty table."""
        if self.distance is _NOWHERE:
            self.distance = {}
        self.distance[kind] = far


class Hop(NamedTuple):
    """A step of a witness: the operation in `function`, and the function it runs or the library call it makes."""

    function: Function
    operation: Operation
    target: Function | Hit


class Graph:
    """Grows from the functions that it is asked about; `settle` works out the distances of what it has grown by."""

    def __init__(
        self,
        finder: SiteFinder,
        kind_of: Callable[[Function, Operation, Hit], str | None],
        trusted: Trust,
        warmed: Callable[[Function], bool],
    ) -> None:
        self._finder, self._kind_of, self._trusted = finder, kind_of, trusted
        self._warmed = warmed
        self._nodes: dict[Function, Node] = {}
        self._new: list[Node] = []

    def explore(self, functions: Iterable[Function]) -> None:
        """Add functions and everything that they run."""
        waiting = deque(functions)
        while waiting:
            function = waiting.popleft()
            if function in self._nodes:
                continue
            node = self._nodes[function] = Node(function)
            self._new.append(node)
            for target in self._fill(node):
                waiting.append(target)

    def take_new(self) -> list[Node]:
        """The nodes added since this was last asked."""
        new, self._new = self._new, []
        return new

    def node(self, function: Function) -> Node:
        """The node of an explored function."""
        return self._nodes[function]

    def knows(self, function: Function) -> bool:
        """Whether the function has been explored."""
        return function in self._nodes

    def blocks(self, function: Function, operations: list[Operation]) -> bool:
        """Whether any of these operations of an explored function blocks, by more than file metadata or a lock."""
        return any(
            (hit.entry.kind not in _LITTLE and self._kind_of(function, site.operation, hit) is not None)
            for site in self._among(function, operations)
            for hit in site.effects.hits
        ) or any(
            kind not in _LITTLE and run in self._targets(site, kind)
            for site in self._among(function, operations)
            for run in site.effects.runs
            for kind in self._nodes[run].distance
        )

    def taking(self, function: Function, operations: list[Operation]) -> Iterator[Operation]:
        """Those of these operations of an explored function that take a lock themselves."""
        for site in self._among(function, operations):
            if any(hit.entry.kind == "lock" for hit in site.effects.hits):
                yield site.operation

    def at(self, function: Function, operation: Operation) -> Iterator[Site]:
        """What an operation of a function does, where the function has been explored."""
        if function in self._nodes:
            yield from self._among(function, [operation])

    def _among(self, function: Function, operations: list[Operation]) -> Iterator[Site]:
        wanted = {id(operation) for operation in operations}
        return (site for site in self._nodes[function].sites if id(site.operation) in wanted)

    def settle(self, new: list[Node], only: Callable[[str], bool] = lambda kind: True) -> None:
        """Work out, for the kinds that `only` admits, how many hops away the `new` functions block.

        All that they run is among them, or has been settled before.
        """
        callers: dict[Function, list[tuple[Node, Site]]] = {}
        for node in new:
            for site in node.sites:
                for target in site.effects.runs:
                    callers.setdefault(target, []).append((node, site))
        waiting: dict[int, list[tuple[Node, str]]] = {}
        for target in callers.keys() - {node.function for node in new}:
            for kind, far in self._nodes[target].distance.items():
                if only(kind):
                    waiting.setdefault(far, []).append((self._nodes[target], kind))
        for node in new:
            for kind in self._own_kinds(node):
                if only(kind) and not self._silent(node, kind):
                    node.put(kind, 1)
                    waiting.setdefault(1, []).append((node, kind))
        while waiting:
            far = min(waiting)
            for node, kind in waiting.pop(far):
                for caller, site in callers.get(node.function, ()):
                    if kind not in caller.distance and self._passes(caller, site, node.function, kind):
                        caller.put(kind, far + 1)
                        waiting.setdefault(far + 1, []).append((caller, kind))

    def witness(self, site: Site, function: Function, kind: str, started: Function | None = None) -> list[Hop]:
        """The shortest chain from a site to what blocks with `kind`; the first in the source among equals.

        `started` is a coroutine function that the site calls and through which the chain may go.
        """
        hops = []
        while True:
            for hit in site.effects.hits:
                if self._kind_of(function, site.operation, hit) == kind:
                    hops.append(Hop(function, site.operation, hit))
                    return hops
            targets = self._targets(site, kind)
            if started is not None:
                targets, started = [*targets, started], None
            target = min(targets, key=lambda run: self._nodes[run].distance.get(kind, _UNREACHED))
            hops.append(Hop(function, site.operation, target))
            function, site = target, self._best_site(target, kind)

    def kinds(self, site: Site, function: Function) -> dict[str, int]:
        """What a site blocks on, with the number of hops to each."""
        found: dict[str, int] = {}
        for hit in site.effects.hits:
            kind = self._kind_of(function, site.operation, hit)
            if kind is not None:
                found[kind] = 1
        for run in site.effects.runs:
            for kind, far in self._nodes[run].distance.items():
                if (kind not in found or far + 1 < found[kind]) and run in self._targets(site, kind):
                    found[kind] = far + 1
        return found

    def _targets(self, site: Site, kind: str) -> list[Function]:
        """The functions that a site runs where it can block with `kind`."""
        if kind == "database" and site.effects.in_greenlet:
            return [run for run in site.effects.runs if run not in site.effects.in_greenlet]
        return site.effects.runs

    def _fill(self, node: Node) -> list[Function]:
        node.sites, node.unresolved = self._finder.of(node.function)
        return [target for site in node.sites for target in site.effects.runs]

    def _own_kinds(self, node: Node) -> set[str]:
        kinds = set()
        for site in node.sites:
            for hit in site.effects.hits:
                kind = self._kind_of(node.function, site.operation, hit)
                if kind is not None and not self._trusted.line(node.function, site.operation.line, kind):
                    kinds.add(kind)
        return kinds

    def _passes(self, caller: Node, site: Site, target: Function, kind: str) -> bool:
        """Whether what `target` blocks on counts for the caller, through this site."""
        return (
            not self._silent(caller, kind)
            and target in self._targets(site, kind)
            and not self._trusted.line(caller.function, site.operation.line, kind)
        )

    def _silent(self, node: Node, kind: str) -> bool:
        return self._trusted.function(node.function, kind) or self._warmed(node.function)

    def _best_site(self, function: Function, kind: str) -> Site:
        node = self._nodes[function]
        wanted = node.distance[kind]
        for site in node.sites:
            if wanted == 1:
                fits = any(self._kind_of(function, site.operation, hit) == kind for hit in site.effects.hits)
            else:
                fits = any(self._nodes[run].distance.get(kind) == wanted - 1 for run in self._targets(site, kind))
            if fits and not self._trusted.line(function, site.operation.line, kind):
                return site
        raise LookupError(f"no site of {function!r} blocks with {kind}")


class Trust:
    """Functions and lines that the user vouches for: `# noqa: CNC...`, or `nonblocking` in the configuration."""

    def __init__(self, nonblocking: Iterable[str], code_of: Callable[[str], str]) -> None:
        self._nonblocking = frozenset(nonblocking)
        self._code_of = code_of

    def name(self, name: str) -> bool:
        """Whether the configuration vouches for this name."""
        return name in self._nonblocking

    def function(self, function: Function, kind: str) -> bool:
        """Whether chains of this kind through the function are to be silent."""
        if self._nonblocking and self.name(function.module.symbol(function.index)):
            return True
        return not function.fact.asynchronous and self._named(function, function.fact.line, kind)

    def line(self, function: Function, line: int, kind: str) -> bool:
        """Whether what stands on a line of a sync function is to be silent."""
        return not function.fact.asynchronous and self._named(function, line, kind)

    def _named(self, function: Function, line: int, kind: str) -> bool:
        prefixes = function.module.facts.trusted_lines.get(line)
        return prefixes is not None and self._code_of(kind).startswith(tuple(prefixes))
