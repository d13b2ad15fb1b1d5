"""What requests do: work that takes long, tasks that are queued or waited for, threads of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Background
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.findings import FixRequest, Step
from concurrency_lint.project.graph import Hop
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.answers import Answers
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.reach import Reach
from concurrency_lint.project.practices.routes import Route
from concurrency_lint.project.practices.statuses import accepted
from concurrency_lint.project.practices.usage import used_references
from concurrency_lint.project.regions import stands_in
from concurrency_lint.project.sequence import SUSPENDING
from concurrency_lint.project.sites import Hit
from concurrency_lint.project.values import Function

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_CODES = {"long": "CNC120", "enqueue": "CNC121", "result": "CNC122", "thread": "CNC123"}
_WORKING = ("http", "file", "subprocess", "database", "network", "cpu", "sleep")
_BLOCKING = "blocking"
_FAR = 5
"""Up to so many calls a handler is told of its own way to long work, however many others have one."""


class RequestWork(Placed, frozen=True, kw_only=True):
    """A route handler that leads to something of a `sort`: long, result or thread."""

    sort: str
    sink: str
    blocks: str
    handler: str
    chain: tuple[Step, ...]


class RequestEnqueue(Placed, frozen=True, kw_only=True):
    """A route handler whose answer depends on a task that it queues, and is not 202."""

    task: str
    handler: str
    chain: tuple[Step, ...]
    fix: FixRequest


_AWAIT = re.compile(r"[^#]*\bawait\s")


class IdleCoroutine(Placed, frozen=True, kw_only=True):
    """A coroutine handler that awaits nothing and blocks nothing."""

    handler: str


class WaitingRoute(Placed, frozen=True, kw_only=True):
    """A plain handler that waits for a client which has an asynchronous sister."""

    handler: str
    sink: str
    instead: str
    chain: tuple[Step, ...]


class RequestUse:
    """Finds what the handlers of modules lead to."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._work = practices.reach(self._sort, _CODES, everywhere=True, beside=self._runs_beside, rarely=_is_rare)
        self._anything = practices.reach(_anything, {}, everywhere=True)
        self._waiting = practices.reach(self._has_sister, {"waits": "CNC115"})
        self._beside: dict[LinkedModule, dict[int, bool]] = {}

    def work(self, modules: list[LinkedModule]) -> Iterator[RequestWork]:
        """Long work, waits for tasks, and threads."""
        routes, reach = self._routes(modules), self._work
        reach.explore(self._function(route) for route in routes)
        for module in modules:
            found = [
                work
                for route in self._routes([module])
                for sort in ("long", "result", "thread")
                if reach.distance(self._function(route), sort) is not None
                for work in self._described(reach, route, sort)
            ]
            yield from _near(found)

    def _described(self, reach: Reach, route: Route, sort: str) -> Iterator[RequestWork]:
        function = self._function(route)
        hops = reach.chain(function, sort)
        hit = hops[-1].target
        assert isinstance(hit, Hit)
        if sort == "thread" and (len(hops) > 2 or _waits_for_threads(hops[-1].function) or _cleans_up(hops[-1])):
            # What lies deeper is the library's own worker, started once; what is joined is no background work.
            return
        chain = tuple(self._practices.step(hop) for hop in hops)
        yield RequestWork(
            path=route.module.path,
            span=chain[0].span,
            symbol=route.module.symbol(route.function),
            sort=sort,
            sink=hit.name.removeprefix("builtins."),
            blocks=hit.entry.blocks,
            handler=route.fact.name,
            chain=chain,
        )

    def enqueues(self, modules: list[LinkedModule]) -> Iterator[RequestEnqueue]:
        """Handlers that answer for a task they queue, with another status than 202."""
        routes, reach = self._routes(modules), self._work
        reach.explore(self._function(route) for route in routes)
        answers = Answers(self._practices)
        for route in routes:
            function = self._function(route)
            waits = reach.distance(function, "result") is not None
            if waits or reach.distance(function, "enqueue") is None or not answers.is_wrong(route, reach):
                continue
            hops = reach.chain(function, "enqueue")
            hit = hops[-1].target
            assert isinstance(hit, Hit)
            chain = tuple(self._practices.step(hop) for hop in hops)
            yield RequestEnqueue(
                path=route.module.path,
                span=chain[0].span,
                symbol=route.module.symbol(route.function),
                task=_queued(hit, chain),
                handler=route.fact.name,
                chain=chain,
                fix=accepted(self._practices, route),
            )

    def idle(self, modules: list[LinkedModule]) -> Iterator[IdleCoroutine]:
        """Coroutine handlers that could be plain ones."""
        routes = [
            route
            for route in self._routes(modules)
            if route.fact.asynchronous and route.role.asynchronous and route.role.plain
        ]
        reach = self._anything
        reach.explore(self._function(route) for route in routes)
        for route in routes:
            function = self._function(route)
            if _suspends(route) or reach.unresolved(function) or reach.labels(function) or self._uses_loop(route):
                continue
            if self._awaits_in_vain(route):
                continue
            yield IdleCoroutine(
                path=route.module.path,
                span=self._practices.spots.of_definition(route.module, route.function),
                symbol=route.module.symbol(route.function),
                handler=route.fact.name,
            )

    def _awaits_in_vain(self, route: Route) -> bool:
        """Whether an `await` stands where it is never reached: facts say nothing of it, and `def` would not compile."""
        lines = self._practices.spots.lines(route.module)
        return any(_AWAIT.match(line) for line in lines[route.fact.line : route.fact.end_line])

    def waiting(self, modules: list[LinkedModule]) -> Iterator[WaitingRoute]:
        """Plain handlers of asynchronous frameworks that wait where they could await."""
        routes = [route for route in self._routes(modules) if not route.fact.asynchronous and route.role.asynchronous]
        reach = self._waiting
        reach.explore(self._function(route) for route in routes)
        for route in routes:
            function = self._function(route)
            if reach.distance(function, "waits") is None:
                continue
            hops = reach.chain(function, "waits")
            hit = hops[-1].target
            assert isinstance(hit, Hit)
            client = self._practices.sync_client(hit.name)
            assert client is not None
            chain = tuple(self._practices.step(hop) for hop in hops)
            yield WaitingRoute(
                path=route.module.path,
                span=self._practices.spots.of_definition(route.module, route.function),
                symbol=route.module.symbol(route.function),
                handler=route.fact.name,
                sink=hit.name,
                instead=client.instead,
                chain=chain,
            )

    def _runs_beside(self, function: Function, coroutine: int) -> bool:
        """Whether a coroutine becomes a task that no handler has made, and nobody waits for there."""
        module = function.module
        beside = self._beside.get(module)
        if beside is None:
            beside = self._beside[module] = self._tasks_beside(module)
        return beside.get(coroutine, False) and function.index not in self._practices.route_functions(module)

    def _tasks_beside(self, module: LinkedModule) -> dict[int, bool]:
        """The references of a module that become tasks, and whether nothing there uses or awaits the task."""
        found: dict[int, bool] = {}
        uses = self._practices.uses.of(module, Background)
        used = used_references(module) if uses else set()
        for use in uses:
            alone = use.operation.reference not in used
            for given in (*use.call.arguments, *(index for _, index in use.call.keywords)):
                found.setdefault(given, alone)
        return found

    def _has_sister(self, hit: Hit) -> str | None:
        waits = hit.entry.kind in ("http", "network", "database")
        return "waits" if waits and self._practices.sync_client(hit.name) is not None else None

    def _sort(self, hit: Hit) -> str | None:
        entry = hit.entry
        if entry.kind in ("enqueue", "result", "thread"):
            return entry.kind
        enough = entry.cost == "long" or (self._practices.settings.request_limit == "short" and entry.cost == "short")
        return "long" if enough and entry.kind in _WORKING else None

    def _routes(self, modules: list[LinkedModule]) -> list[Route]:
        return [route for module in modules for route in self._practices.route_functions(module).values()]

    def _function(self, route: Route) -> Function:
        return self._practices.evaluator.make.make(Function, route.module, route.function, None)

    def _uses_loop(self, route: Route) -> bool:
        """Whether it calls anything of asyncio or another loop: that may need one to be running."""
        for operation in route.fact.operations:
            if operation.deed is Deed.CALL:
                call = route.module.facts.references[operation.reference]
                for value in self._practices.evaluator.values(route.module, getattr(call, "function", 0), None):
                    for name in self._practices.uses.names_of(value):
                        if f"{name}.".startswith(self._practices.loop_libraries):
                            return True
        return False


def _near(found: list[RequestWork]) -> list[RequestWork]:
    """Of the handlers of a module that are far from one and the same call, the nearest: the others lead through it."""
    by_sink: dict[Step, list[RequestWork]] = {}
    for work in found:
        by_sink.setdefault(work.chain[-1], []).append(work)
    kept = []
    for several in by_sink.values():
        near = [work for work in several if len(work.chain) <= _FAR]
        kept += near or [min(several, key=lambda work: (len(work.chain), work.span))]
    return kept


def _is_rare(function: Function, operation: Operation, label: str) -> bool:
    """Whether work is done only where something else has failed, or for who asks first: few requests wait for that."""
    fact = function.fact
    return label == "long" and (fact.kept or stands_in(fact, operation.region, model.RegionKind.HANDLER))


def _anything(hit: Hit) -> str | None:
    return _BLOCKING if hit.entry.kind is not None else None


def _suspends(route: Route) -> bool:
    """Whether the handler awaits, in any form, or is a generator, or starts something that does."""
    fact = route.fact
    nested = any(other.enclosing == route.function and other.asynchronous for other in route.module.facts.functions)
    return fact.generator or nested or any(operation.deed in SUSPENDING for operation in fact.operations)


def _waits_for_threads(function: Function) -> bool:
    """Whether the function that starts a thread waits for it to end."""
    references = function.module.facts.references
    return any(
        operation.deed is Deed.CALL
        and getattr(references[getattr(references[operation.reference], "function", 0)], "name", "") == "join"
        for operation in function.fact.operations
    )


def _cleans_up(hop: Hop) -> bool:
    """Whether a thread is started where an exception has ended the work."""
    return stands_in(hop.function.fact, hop.operation.region, model.RegionKind.HANDLER)


def _queued(hit: Hit, chain: tuple[Step, ...]) -> str:
    """The task as it is written where it is queued."""
    if isinstance(hit.receiver, Function):
        name: str = hit.receiver.fact.name
        return name
    return chain[-1].text.partition("(")[0]
