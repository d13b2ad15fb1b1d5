"""Numbers of threads that are set rather than passed to a pool: on limiters, for servers, in the environment."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.roles_schema import Handoff, Limiter, ThreadCall, ThreadSetting
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.findings import Span
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.practices.places import Placed

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.practices import Practices


class Threads(NamedTuple):
    """So many threads at the least, by what sets them, and where."""

    placed: Placed
    name: str
    least: float
    owner: str


class ThreadSettings:
    """Finds them in modules."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins, self._sizes = practices.origins, practices.sizes

    def of(self, module: LinkedModule) -> Iterator[Threads]:
        """The numbers of threads that a module sets."""
        yield from self._on_limiters(module)
        yield from self._by_calls(module)
        yield from self._in_environment(module)
        yield from self._by_name(module)

    def _on_limiters(self, module: LinkedModule) -> Iterator[Threads]:
        names = {limiter.attribute for limiter in self._practices.roles.every(Limiter)}
        facts = module.facts
        written: dict[tuple[int, str], list[int]] = {}
        for base, name, value in (*facts.attribute_writes, *facts.number_writes):
            if name in names:
                written.setdefault((base, name), []).append(value)
        if not written:
            return
        for index, fact in enumerate(facts.functions):
            for operation in fact.operations:
                target = facts.references[operation.reference]
                if operation.deed is not Deed.WRITE or not isinstance(target, model.Attribute):
                    continue
                values = written.get((target.base, target.name))
                if values and self._limits_threads(Place(module, target.base), target.name):
                    least = min(self._sizes.of(Place(module, value)).least for value in values)
                    yield self._found(module, operation, target.name, least, fact.symbol or module.name, index)

    def _limits_threads(self, place: Place, attribute: str) -> bool:
        for origin in self._origins.of(place):
            reference = origin.reference
            if not isinstance(reference, model.Call):
                continue
            for value in self._practices.evaluator.values(origin.module, reference.function, None):
                limiter = self._practices.uses.role_of(value, Limiter)
                if limiter is not None and limiter.attribute == attribute:
                    return not limiter.own or is_passed_to_offload(self._practices, place.module, origin)
        return False

    def _by_calls(self, module: LinkedModule) -> Iterator[Threads]:
        for use in self._practices.uses.of(module, ThreadCall):
            role = use.role
            assert isinstance(role, ThreadCall)
            size = self._origins.argument(use.place, role.size)
            if isinstance(size, Place):
                owner = use.fact.symbol or module.name
                least = self._sizes.of(size).least
                yield self._found(module, use.operation, use.name, least, owner, use.function)

    def _in_environment(self, module: LinkedModule) -> Iterator[Threads]:
        variables = {setting.variable for setting in self._practices.roles.every(ThreadSetting)} - {""}
        references = module.facts.references
        if not any(isinstance(each, model.Const) and each.value in variables for each in references):
            return
        for index, fact in enumerate(module.facts.functions):
            for operation in fact.operations:
                call = references[operation.reference]
                if operation.deed is not Deed.CALL or not isinstance(call, model.Call) or len(call.arguments) != 2:
                    continue
                variable, callee = references[call.arguments[0]], references[call.function]
                if (
                    isinstance(variable, model.Const)
                    and variable.value in variables
                    and isinstance(callee, model.Attribute)
                    and callee.name == "setdefault"
                ):
                    least = self._sizes.of(Place(module, call.arguments[1])).least
                    yield self._found(module, operation, str(variable.value), least, fact.symbol or module.name, index)

    def _by_name(self, module: LinkedModule) -> Iterator[Threads]:
        for setting in self._practices.roles.every(ThreadSetting):
            bound = module.facts.scopes[0].bindings.get(setting.name) if setting.file else None
            if not bound or not fnmatch.fnmatch(Path(module.path).name, setting.file):
                continue
            least = min(self._sizes.of(Place(module, index)).least for index in bound)
            for number, line in enumerate(self._practices.spots.lines(module), start=1):
                if re.match(rf"{setting.name}\s*[:=]", line):
                    span = Span(number, 0, number, len(setting.name))
                    placed = Placed(path=module.path, span=span, symbol=module.name)
                    yield Threads(placed, setting.name, least, module.name)
                    break

    def _found(
        self, module: LinkedModule, operation: model.Operation, name: str, least: float, owner: str, function: int
    ) -> Threads:
        span = self._practices.spots.of_operation(module, operation)
        placed = Placed(path=module.path, span=span, symbol=module.symbol(function))
        return Threads(placed, name, least, owner.rpartition(".<locals>.")[2])


def is_passed_to_offload(practices: Practices, module: LinkedModule, limiter: Place) -> bool:
    """Whether an offload of the module is given a limiter; one that is only entered throttles coroutines."""
    for handoff in practices.uses.of(module, Handoff):
        role = handoff.role
        assert isinstance(role, Handoff)
        given = practices.origins.argument(handoff.place, role.limiter) if role.limiter is not None else None
        if isinstance(given, Place) and any(
            origin.module is limiter.module and origin.index == limiter.index for origin in practices.origins.of(given)
        ):
            return True
    return False
