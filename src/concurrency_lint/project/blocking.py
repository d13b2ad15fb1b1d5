"""The calls that block a loop: for each place in code that runs there, what it leads to and by which chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from concurrency_lint.facts.model import Operation
from concurrency_lint.findings import FixRequest, Severity, Span, Step, via
from concurrency_lint.project.execution import Registration, Root
from concurrency_lint.project.graph import Graph, Hop, Node, Trust
from concurrency_lint.project.locks import Lock, Locks
from concurrency_lint.project.phases import narrowed_phases
from concurrency_lint.project.remarks import THOUGHT_OF, is_thought_of
from concurrency_lint.project.remedies import Remedies
from concurrency_lint.project.site_finder import Site
from concurrency_lint.project.sites import Hit
from concurrency_lint.project.telling import told_once, worth_telling
from concurrency_lint.project.values import Bound, Class, Constant, Decorated, External, Function, Partial
from concurrency_lint.project.warm_caches import WarmCaches

if TYPE_CHECKING:
    from concurrency_lint.project.linker import Linker
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.text import Texts

CODES = {
    "sleep": "CNC101",
    "http": "CNC102",
    "file": "CNC103",
    "subprocess": "CNC104",
    "database": "CNC105",
    "wait": "CNC106",
    "lock": "CNC106",
    "short-lock": "CNC106",
    "lock-across-await": "CNC111",
    "network": "CNC107",
    "cpu": "CNC108",
    "input": "CNC109",
    "metadata": "CNC110",
    "event-loop": "CNC112",
    "result": "CNC106",
    "enqueue": "CNC116",
}
_LOCKS = ("lock", "short-lock", "lock-across-await")


class BlockingCall(msgspec.Struct, frozen=True, kw_only=True):
    """A fact for rules: at `span`, code that runs on a loop leads to a call of `sink`, which blocks."""

    kind: str
    path: str
    span: Span
    symbol: str
    sink: str
    blocks: str
    instead: str
    chain: tuple[Step, ...]
    severity: Severity
    fix: FixRequest | None = None
    wrapped: bool = False
    """Whether it calls a wrapper that a decorator has put around something."""
    others: int = 0
    """How many more calls of the module lead to the same place, and are not told of."""

    @property
    def via(self) -> str:
        """The functions between, in short: `, via load() -> fetch()`."""
        return via(self.chain)

    @property
    def way_out(self) -> str:
        """What to write instead."""
        if len(self.chain) > 1:
            return f"{self.instead} or offload `{self.chain[0].target}`"
        return self.instead


class BlockingCalls:
    """Finds the blocking calls of modules. `trust` and the code of each kind decide what is silent."""

    def __init__(
        self,
        linker: Linker,
        texts: Texts,
        nonblocking: Iterable[str],
        *,
        every_call: bool,
    ) -> None:
        evaluator = linker.evaluator
        self._evaluator, self._texts = evaluator, texts
        self._effects, self._execution = linker.effects, linker.execution
        self._locks = Locks(evaluator)
        self._trust = Trust(nonblocking, CODES.__getitem__)
        self._graph = Graph(linker.sites, self._kind, self._trust, WarmCaches(evaluator, self._effects).holds)
        self._remedies = Remedies(evaluator, self._graph, self._locks)
        self._steps: dict[tuple[int, Function | str], Step] = {}
        self._locks_settled = False
        self._every_call = every_call
        self.unknown_on_loop = 0
        """Calls on a loop, in the modules asked about so far, of which nothing is known."""

    def of(self, modules: list[LinkedModule], enabled: frozenset[str]) -> Iterator[BlockingCall]:
        """The blocking calls of the given modules, in no particular order; chains may pass through any module.

        Only the kinds that the enabled codes are about are told of.
        """
        roots: list[Root] = []
        registrations: list[Registration] = []
        for module in modules:
            code = self._execution.of(module)
            roots += code.roots
            registrations += code.registrations
        self._graph.explore(root.function for root in roots)
        roots = narrowed_phases(roots, self._graph, self._effects)
        roots += self._framed_roots(roots)
        for registration in registrations:
            self._graph.explore(registration.site.effects.runs)
        self._settle()
        self._effects.forget()
        found = self._found(roots, registrations, enabled)
        yield from found if self._every_call else told_once(found, modules)

    def _found(
        self, roots: list[Root], registrations: list[Registration], enabled: frozenset[str]
    ) -> Iterator[BlockingCall]:
        for root in roots:
            node = self._graph.node(root.function)
            if root.function.frame is None:
                self.unknown_on_loop += node.unresolved
            for site in node.sites:
                yield from self._at_site(site, root.function, _severity(root.phase), enabled)
        for registration in registrations:
            yield from self._at_site(registration.site, registration.function, _severity("serving"), enabled)

    def _framed_roots(self, roots: list[Root]) -> list[Root]:
        """Coroutine functions called with something that matters to what they run: judged with it, too."""
        found: dict[Function, Root] = {}
        waiting = list(roots)
        while waiting:
            root = waiting.pop()
            for site in self._graph.node(root.function).sites:
                for start in site.effects.starts:
                    if start.frame is None or start in found or not _brings_something(start):
                        continue
                    unframed = self._evaluator.make.make(Function, start.module, start.index, None)
                    self._graph.explore((start, unframed))
                    if start.module is root.function.module:
                        found[start] = Root(start, root.phase)
                        waiting.append(found[start])
        return list(found.values())

    def _settle(self) -> None:
        """Distances of all kinds; locks last, since how slow one is depends on what its holders do."""
        new: list[Node] = []
        while fresh := self._graph.take_new():
            new += fresh
            for lock in self._locks_met(fresh):
                self._graph.explore(function for function, _, _ in self._locks.holders(lock))
        self._locks_settled = False
        self._graph.settle(new, lambda kind: kind not in _LOCKS)
        self._locks_settled = True
        self._graph.settle(new, lambda kind: kind in _LOCKS)

    def _locks_met(self, nodes: list[Node]) -> list[Lock]:
        found: dict[Lock, None] = {}
        for node in nodes:
            for site in node.sites:
                if site.effects.hits and any(hit.entry.kind == "lock" for hit in site.effects.hits):
                    function = node.function
                    lock = self._locks.taken(function.module, site.operation, function.frame)
                    if lock is not None:
                        found[lock] = None
        return list(found)

    def _kind(self, function: Function, operation: Operation, hit: Hit) -> str | None:
        """The kind of a hit as the rules see it; None where it is not to be reported or not yet known."""
        kind = hit.entry.kind
        if kind not in CODES or self._trust.name(hit.name):
            return None
        if kind != "lock":
            return kind
        if not self._locks_settled:
            return None
        if self._locks.is_fresh(function.fact, function.module, operation):
            return None
        if function.fact.asynchronous and self._locks.held_across_await(function.fact, function.module, operation):
            return "lock-across-await"
        if self._locks.taken_once(function.fact, operation):
            return "short-lock"
        lock = self._locks.taken(function.module, operation, function.frame)
        return "lock" if lock is not None and self._locks.is_slow(lock, self._graph) else "short-lock"

    def _at_site(
        self, site: Site, function: Function, severity: Severity, enabled: frozenset[str]
    ) -> Iterator[BlockingCall]:
        kinds = self._graph.kinds(site, function)
        through: dict[str, Function] = {}
        for start in site.effects.starts:
            if start.frame is not None and start.module is not function.module and _brings_something(start):
                own = self._graph.node(self._evaluator.make.make(Function, start.module, start.index, None)).distance
                for kind, far in self._graph.node(start).distance.items():
                    if kind not in own and kind not in kinds:
                        kinds[kind] = far + 1
                        through[kind] = start
        for kind in worth_telling({kind: far for kind, far in kinds.items() if CODES[kind] in enabled}):
            hops = self._graph.witness(site, function, kind, through.get(kind))
            hit = hops[-1].target
            assert isinstance(hit, Hit)
            yield self._described(kind, function, site.operation, hops, hit, severity)

    def _described(
        self, kind: str, function: Function, operation: Operation, hops: list[Hop], hit: Hit, severity: Severity
    ) -> BlockingCall:
        steps = tuple(self._step(hop) for hop in hops)
        return BlockingCall(
            kind=kind,
            path=function.module.path,
            span=steps[0].span,
            symbol=function.module.symbol(function.index),
            sink=_sink_name(hit),
            blocks=hit.entry.blocks,
            instead=hit.entry.advice(hit.name),
            chain=steps,
            severity=Severity.ADVICE if kind == "short-lock" else severity,
            fix=self._remedy(function, operation, hops, hit),
            wrapped=isinstance(hops[0].target, Function) and hops[0].target.fact.enclosing > 0,
        )

    def _remedy(self, function: Function, operation: Operation, hops: list[Hop], hit: Hit) -> FixRequest:
        found = self._remedies.of(function, operation, hops, hit)
        text = self._texts.of(function.module.path)
        if not found.refusal and is_thought_of(text, text.span(operation)):
            return FixRequest(refusal=THOUGHT_OF)
        return found

    def _step(self, hop: Hop) -> Step:
        """Chains share their last steps: what is near the blocking call is on the way of many."""
        key = (id(hop.operation), hop.target.name if isinstance(hop.target, Hit) else hop.target)
        step = self._steps.get(key)
        if step is None:
            step = self._steps[key] = self._made_step(hop)
        return step

    def _made_step(self, hop: Hop) -> Step:
        path = hop.function.module.path
        text = self._texts.of(path)
        span = text.span(hop.operation)
        target = hop.target
        name = _sink_name(target) if isinstance(target, Hit) else target.fact.symbol.rpartition(".<locals>.")[2]
        return Step(path, span, text.quote(span), name)


def _sink_name(hit: Hit) -> str:
    return hit.name.removeprefix("builtins.")


def _severity(phase: str) -> Severity:
    return {"serving": Severity.ERROR, "startup": Severity.WARNING}.get(phase, Severity.ADVICE)


def _brings_something(start: Function) -> bool:
    """Whether a coroutine function is called with what it cannot know: a callable, or an object of undeclared class."""
    frame = start.frame
    while frame is not None:
        parameters = frame.module.facts.functions[frame.function].parameters
        for position, values in frame.bindings:
            for value in values:
                if isinstance(value, (Function, Bound, Partial, Decorated, External, Class)):
                    return True
                if not isinstance(value, Constant) and not (position == 0 or parameters[position].annotation):
                    return True
        frame = frame.outer
    return False
