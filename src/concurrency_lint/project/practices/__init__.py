"""What services are made of besides calls that block: pools, routes, messages, tests; found by the roles of names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from concurrency_lint.catalogue.roles import Roles
from concurrency_lint.catalogue.roles_schema import Loop, SyncClient
from concurrency_lint.findings import Step
from concurrency_lint.project.graph import Hop, Trust
from concurrency_lint.project.practices.handed import Handed
from concurrency_lint.project.practices.mentions import Mentions
from concurrency_lint.project.practices.origins import Origins
from concurrency_lint.project.practices.places import Spots, shown
from concurrency_lint.project.practices.reach import Reach
from concurrency_lint.project.practices.routes import Route, Routes
from concurrency_lint.project.practices.sizes import Sizes
from concurrency_lint.project.practices.tasks import Tasks
from concurrency_lint.project.practices.timing import Timing
from concurrency_lint.project.practices.usage import Use, Uses
from concurrency_lint.project.practices.wrappers import Wrappers
from concurrency_lint.project.sites import Effects, Hit
from concurrency_lint.project.values import Function

if TYPE_CHECKING:
    from concurrency_lint.config import Settings
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.celery.tasks import CeleryProject
    from concurrency_lint.project.linker import Linker
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.text import Texts

Made = TypeVar("Made")


class Practices:
    """The questions that the practices have in common, and the answers found so far."""

    def __init__(
        self,
        settings: Settings,
        linker: Linker,
        texts: Texts,
        read: Callable[[str], bytes],
        celery: Callable[[], CeleryProject],
    ) -> None:
        self.celery = celery
        evaluator = linker.evaluator
        self.settings, self.linker, self.evaluator, self.read = settings, linker, evaluator, read
        self.effects = linker.effects
        self._handed = Handed(linker)
        self._made: dict[Callable[[Practices], object], object] = {}
        self.spots = Spots(texts)
        self.roles = Roles(evaluator.catalogue)
        self.origins = Origins(evaluator, celery)
        self.uses = Uses(evaluator, self.roles)
        self.sizes = Sizes(evaluator, self.roles, self.origins, settings.cores)
        self.timing = Timing(evaluator, linker.execution)
        self.tasks = Tasks(self)
        self.wrappers = Wrappers(self)
        self.routes = Routes(evaluator, self.roles, self.uses, self.origins)

    def one(self, maker: Callable[[Practices], Made]) -> Made:
        """The one finder of a kind: what it has worked out for some modules is at hand for the next."""
        if maker not in self._made:
            self._made[maker] = maker(self)
        return cast("Made", self._made[maker])

    @cached_property
    def mentions(self) -> Mentions:
        """Words in the project's files."""
        return Mentions(self.settings, self.read)

    @cached_property
    def loop_libraries(self) -> tuple[str, ...]:
        """The beginnings of names that may need a running loop."""
        return tuple(f"{word}." for loop in self.roles.every(Loop) for word in loop.libraries)

    def route_functions(self, module: LinkedModule) -> dict[int, Route]:
        """The functions of a module that answer requests."""
        return self.routes.of(module)

    def reach(
        self,
        label: Callable[[Hit], str | None],
        codes: Mapping[str, str],
        *,
        everywhere: bool = False,
        beside: Callable[[Function, int], bool] = lambda function, reference: False,
        rarely: Callable[[Function, Operation, str], bool] = lambda function, operation, label: False,
    ) -> Reach:
        """A search for hits with a label, silenced where the label's code is.

        With `everywhere`, coroutines that are started and callables that are handed on are followed, too.
        """
        trust = Trust(self.settings.nonblocking, lambda each: codes.get(each, "?"))
        handed = self._handed if everywhere else None
        return Reach(self.linker, label, trust, handed=handed, beside=beside, rarely=rarely)

    def sync_client(self, name: str) -> SyncClient | None:
        """The client that a library's name belongs to, where it has an asynchronous sister."""
        prefix = name
        while prefix:
            client = self.roles.of(SyncClient, prefix)
            if client is not None:
                return None if f"{name}.".startswith(tuple(f"{each}." for each in client.asynchronous)) else client
            prefix = prefix.rpartition(".")[0]
        return None

    def placed(self, use: Use) -> dict[str, Any]:
        """Where a use stands, as the fields of a fact."""
        span = self.spots.of_operation(use.module, use.operation)
        return {"path": use.module.path, "span": span, "symbol": use.module.symbol(use.function)}

    def shortest(self, reach: Reach, use: Use, effects: Effects, label: str) -> tuple[Hit, tuple[Step, ...]] | None:
        """What the callable that a use hands on leads to first, and the chain from the use up to there."""
        for hit in effects.hits:
            if reach.label(hit) == label:
                return hit, (self.spots.step(use.module, use.operation, hit.name),)
        near = [(far, run) for run in effects.runs if (far := reach.distance(run, label)) is not None]
        if not near:
            return None
        run = min(near, key=lambda each: each[0])[1]
        first = self.spots.step(use.module, use.operation, shown(run))
        hops = reach.chain(run, label)
        last = hops[-1].target
        assert isinstance(last, Hit)
        return last, (first, *map(self.step, hops))

    def step(self, hop: Hop) -> Step:
        """A hop of a chain as findings show it."""
        target = hop.target
        name = target.name.removeprefix("builtins.") if isinstance(target, Hit) else shown(target)
        return self.spots.step(hop.function.module, hop.operation, name)
