"""Work given to thread pools: what it computes, what it waits for, and which pool it goes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.roles_schema import Handoff, Pool, SyncClient
from concurrency_lint.catalogue.schema import Attribute, Call
from concurrency_lint.facts import model
from concurrency_lint.findings import Step
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.reach import Reach
from concurrency_lint.project.practices.usage import Use
from concurrency_lint.project.regions import stands_in
from concurrency_lint.project.sites import Effects, Hit
from concurrency_lint.project.values import Constant, ExternalInstance

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.practices import Practices


class HeldWork(Placed, frozen=True, kw_only=True):
    """Work that holds the interpreter's lock, given to threads: `sink` is what computes."""

    sink: str
    blocks: str
    chain: tuple[Step, ...]
    given_to: str


class RawHandoff(Placed, frozen=True, kw_only=True):
    """An offload for which the house has a better word."""

    name: str


class FanOut(Placed, frozen=True, kw_only=True):
    """Many items given to threads that wait for a client with an asynchronous sister, which the project uses."""

    sink: str
    instead: str
    chain: tuple[Step, ...]


class _Given(NamedTuple):
    use: Use
    effects: Effects


def holds_gil(entry: Call | Attribute) -> bool:
    """Whether work keeps every other thread of the process from running meanwhile.

    What reads a file or asks a server, and then computes, mostly waits: threads are right for it.
    """
    return entry.kind == "cpu" and entry.cpu != "released"


class HandoffUse:
    """Finds what modules give to threads."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._uses = practices.uses
        self._evaluator = practices.evaluator
        self._held = practices.reach(_held, dict.fromkeys(("long", "short", _WAITS), "CNC402"))
        label = self._waits
        self._waiting = practices.reach(lambda hit: "waits" if label(hit) else None, {"waits": "CNC406"})

    def held(self, modules: list[LinkedModule]) -> Iterator[HeldWork]:
        """Work that threads do one after the other, whatever their number."""
        reach = self._held
        given = self._given(modules)
        reach.explore(run for each in given for run in each.effects.runs)
        nearest: dict[tuple[str, Step], HeldWork] = {}
        for use, effects in given:
            role = use.role
            assert isinstance(role, Handoff)
            work = self._held_by(reach, use, effects, role)
            if work is None:
                continue
            if not role.single:
                yield work
                continue
            # Where several keep the loop free from one and the same call, that call is told of once.
            known = nearest.setdefault((work.path, work.chain[-1]), work)
            if (len(work.chain), work.span) < (len(known.chain), known.span):
                nearest[(work.path, work.chain[-1])] = work
        yield from nearest.values()

    def _held_by(self, reach: Reach, use: Use, effects: Effects, role: Handoff) -> HeldWork | None:
        # A moment's computing in one thread leaves the loop its turns.
        for label in ("long",) if role.single else ("long", "short"):
            found = self._practices.shortest(reach, use, effects, label)
            if found is not None and not self._waits_before(reach, use, effects, len(found[1])):
                return HeldWork(
                    **self._practices.placed(use),
                    sink=found[0].name.removeprefix("builtins."),
                    blocks=found[0].entry.blocks,
                    chain=found[1],
                    given_to=use.name.rpartition(".")[2],
                )
        return None

    def _waits_before(self, reach: Reach, use: Use, effects: Effects, hops: int) -> bool:
        """Whether the work waits for something outside the process no further away than it computes."""
        found = self._practices.shortest(reach, use, effects, _WAITS)
        return found is not None and len(found[1]) <= hops and hops > 1

    def raw(self, modules: list[LinkedModule]) -> Iterator[RawHandoff]:
        """Offloads to executors in coroutines."""
        for module in modules:
            for use in self._uses.of(module, Handoff):
                role = use.role
                assert isinstance(role, Handoff)
                if role.raw and use.fact.asynchronous and not self._to_processes(use, role):
                    yield RawHandoff(**self._practices.placed(use), name=use.name.rpartition(".")[2])

    def fanned_out(self, modules: list[LinkedModule]) -> Iterator[FanOut]:
        """Threads for waiting, in projects that know how to wait without."""
        reach, label = self._waiting, self._waits
        given = [each for each in self._given(modules) if self._fans_out(each.use)]
        reach.explore(run for each in given for run in each.effects.runs)
        for use, effects in given:
            found = self._practices.shortest(reach, use, effects, "waits")
            client = label(found[0]) if found is not None else None
            if found is not None and client is not None and self._practices.mentions.of(_words(client.instead)):
                yield FanOut(**self._practices.placed(use), sink=found[0].name, instead=client.instead, chain=found[1])

    def _waits(self, hit: Hit) -> SyncClient | None:
        return self._practices.sync_client(hit.name)

    def _given(self, modules: Iterable[LinkedModule]) -> list[_Given]:
        found = []
        for module in modules:
            if module.is_test:
                continue
            for use in self._uses.of(module, Handoff):
                role = use.role
                assert isinstance(role, Handoff)
                if not self._to_processes(use, role):
                    found.append(_Given(use, self._effects_of(use, role)))
        return found

    def _effects_of(self, use: Use, role: Handoff) -> Effects:
        arguments = Arguments(self._evaluator, use.module, use.call, None)
        position = role.callable.position
        rest = Arguments(self._evaluator, complete=False)
        if position is not None and not role.fans_out:
            rest = arguments.without_first(position + 1)
        effects = Effects()
        for value in arguments.get(position, role.callable.argument) or ():
            self._practices.effects.run(value, rest, effects)
        return effects

    def _to_processes(self, use: Use, role: Handoff) -> bool:
        """Whether the pool that is passed is, or may be, one of processes."""
        if role.executor is None:
            return False
        arguments = Arguments(self._evaluator, use.module, use.call, None)
        values = arguments.get(role.executor.position, role.executor.argument)
        for value in values or ():
            if isinstance(value, Constant):
                continue
            pool = self._practices.roles.of(Pool, value.name) if isinstance(value, ExternalInstance) else None
            if pool is None or pool.workers == "process":
                return True
        return False

    def _fans_out(self, use: Use) -> bool:
        role = use.role
        assert isinstance(role, Handoff)
        if role.fans_out:
            return True
        if use.operation.awaited:
            return False
        if stands_in(use.fact, use.operation.region, model.RegionKind.LOOP):
            return True
        references = use.module.facts.references
        return any(isinstance(references[index], model.Element) for index in use.call.arguments)


_WAITS = "waits"
_WAITING = ("http", "network", "database", "subprocess", "sleep")


def _held(hit: Hit) -> str | None:
    if hit.entry.kind in _WAITING:
        return _WAITS
    return ("long" if hit.entry.cost == "long" else "short") if holds_gil(hit.entry) else None


def _words(instead: str) -> tuple[str, ...]:
    """The library that is to be used instead, as an import names it."""
    return (instead.strip("`").partition(".")[0],)
