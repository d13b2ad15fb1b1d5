"""Pools of threads and processes: how large they are, how long they live, and threads without a pool."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Handoff, Pool, Spawn
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, FunctionFact, RegionKind
from concurrency_lint.project.last_names import method_called
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.thread_settings import ThreadSettings, is_passed_to_offload
from concurrency_lint.project.practices.usage import Use
from concurrency_lint.project.regions import regions_around

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.practices import Practices

_PRIVATE = ("startup", "private")
_BOUNDED = ("builtins.range", "builtins.enumerate", "builtins.zip")


class PoolMade(Placed, frozen=True, kw_only=True):
    """A pool: `least` is how many threads it has at the least, or infinitely few where that is not known.

    `lifetime` is `call` where each call of a coroutine or route handler makes one, `leaked` where nothing ends it.
    `size_keyword` and `size_position` are how the number is passed to a call; it has neither where it is assigned.
    """

    name: str
    workers: str
    least: float
    limit: int
    lifetime: str
    owner: str
    size_keyword: str = ""
    size_position: int = -1


class ThreadStarted(Placed, frozen=True, kw_only=True):
    """A thread or process for each item of a loop that nothing bounds."""

    name: str


class PoolUse:
    """Finds the pools of modules."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._uses, self._origins = practices.uses, practices.origins

    def made(self, module: LinkedModule) -> Iterator[PoolMade]:
        """The pools that a module makes."""
        limit = self._practices.settings.cores * 2
        for use in self._uses.of(module, Pool):
            role = use.role
            assert isinstance(role, Pool)
            if role.limits and not is_passed_to_offload(self._practices, module, use.place):
                continue
            size = self._origins.argument(use.place, role.size)
            least = self._practices.sizes.of(size).least if isinstance(size, Place) else float("-inf")
            yield PoolMade(
                path=module.path,
                span=self._practices.spots.of_operation(module, use.operation),
                symbol=module.symbol(use.function),
                name=use.name.rpartition(".")[2],
                workers=role.workers,
                least=least,
                limit=limit,
                lifetime="" if role.limits else self._lifetime(module, use, role),
                owner=use.fact.symbol.rpartition(".<locals>.")[2] or module.name,
                size_keyword=role.size.argument or "",
                size_position=-1 if role.size.position is None else role.size.position,
            )

        for threads in ThreadSettings(self._practices).of(module):
            placed = threads.placed
            yield PoolMade(
                path=placed.path,
                span=placed.span,
                symbol=placed.symbol,
                name=threads.name,
                workers="thread",
                least=threads.least,
                limit=limit,
                lifetime="",
                owner=threads.owner,
            )

    def started(self, module: LinkedModule) -> Iterator[ThreadStarted]:
        """Threads that a module starts, one for each item of what it iterates over."""
        for use in self._uses.of(module, Spawn):
            if use.function and self._per_item(module, use):
                yield ThreadStarted(
                    path=module.path,
                    span=self._practices.spots.of_operation(module, use.operation),
                    symbol=module.symbol(use.function),
                    name=use.name.rpartition(".")[2],
                )

    def _lifetime(self, module: LinkedModule, use: Use, role: Pool) -> str:
        fact = use.fact
        handed = self._handoffs(module)
        if use.function == 0 or _escapes(module, fact, use.operation.reference, handed):
            return ""
        timing = self._practices.timing
        per_call = fact.asynchronous or use.function in self._practices.route_functions(module)
        if per_call:
            once = fact.generator or timing.phase(module, use.function) in _PRIVATE or fact.name == "main"
            return "" if once or timing.is_run_once(module, use.function) else "call"
        entered = any(
            region.kind is RegionKind.WITH and region.subject == use.operation.reference for region in fact.regions
        )
        closed = any(
            isinstance(callee, model.Attribute) and callee.name in role.closes for callee in _callees(module, fact)
        )
        return "" if entered or closed else "leaked"

    def _handoffs(self, module: LinkedModule) -> set[int]:
        """Calls that work is given to a pool by, also where nothing tells what they are called on."""
        named = self._practices.roles.called_names
        return {
            number
            for number, reference in enumerate(module.facts.references)
            if isinstance(reference, model.Call)
            and isinstance(callee := module.facts.references[reference.function], model.Attribute)
            and Handoff in named.get(callee.name, ())
        }

    def _per_item(self, module: LinkedModule, use: Use) -> bool:
        fact, references = use.fact, module.facts.references
        if any(isinstance(callee, model.Attribute) and callee.name == "acquire" for callee in _callees(module, fact)):
            return False
        region = use.operation.region
        inside = self._loops(fact, region)
        in_loop = [self._unbounded(Place(module, fact.regions[index].subject)) for index in inside]
        if in_loop and any(fact.regions[index].subject == model.UNKNOWN for index in inside):
            in_loop.append(_takes_something(module, use.call))
        if in_loop and not (all(in_loop) and self._is_started_there(module, use, inside[0])):
            return False
        if in_loop:
            return True
        elements = [
            reference.base
            for index in _below(module, use.call)
            if isinstance(reference := references[index], model.Element) and not reference.asynchronous
        ]
        # An element outside any loop is that of a comprehension around the call.
        return (
            bool(elements)
            and _in_collection(module, use.operation.reference)
            and all(self._unbounded(Place(module, base)) for base in elements)
        )

    def _loops(self, fact: FunctionFact, region: int) -> list[int]:
        return [each for each in regions_around(fact, region) if fact.regions[each].kind is RegionKind.LOOP]

    def _is_started_there(self, module: LinkedModule, use: Use, loop: int) -> bool:
        """Whether the thread is started in the loop, or kept to be, and not waited for before the next one."""
        role = use.role
        assert isinstance(role, Spawn)
        own = use.operation.reference
        for operation in use.fact.operations:
            if operation.deed is Deed.CALL and loop in self._loops(use.fact, operation.region):
                method = method_called(module, operation.reference)
                if method is not None and method.base == own and method.name == role.joins:
                    return False
        return True

    def _unbounded(self, iterable: Place) -> bool:
        """Whether nothing written says how many items there are; `while` has an iterable that is not known."""
        if iterable.index == model.UNKNOWN:
            return True
        for origin in self._origins.of(iterable):
            reference = origin.reference
            written = isinstance(reference, (model.Collection, model.Mapping, model.Const))
            if written and not _is_comprehension(module_references(origin), reference):
                return False
            if isinstance(reference, model.Call):
                names = {
                    name
                    for value in self._practices.evaluator.values(origin.module, reference.function, None)
                    for name in self._uses.names_of(value)
                }
                if names & {"builtins.range"}:
                    return False
                if names & set(_BOUNDED) and reference.arguments:
                    return self._unbounded(origin.at(reference.arguments[0]))
                method = method_called(origin.module, origin.index)
                if method is not None and method.name in ("items", "values", "keys"):
                    return self._unbounded(origin.at(method.base))
        return True


def module_references(place: Place) -> list[model.AnyReference]:
    """The table that a place's reference stands in."""
    return place.module.facts.references


def _is_comprehension(references: list[model.AnyReference], reference: model.AnyReference) -> bool:
    """Whether a collection stands for many items by one: it is written with an element of something else."""
    if not isinstance(reference, model.Collection) or len(reference.items) != 1:
        return False
    waiting = [reference.items[0]]
    while waiting:
        each = references[waiting.pop()]
        if isinstance(each, model.Element):
            return True
        if isinstance(each, model.Call):
            waiting += [*each.arguments, *(index for _, index in each.keywords)]
        elif isinstance(each, (model.Attribute, model.Item)):
            waiting.append(each.base)
    return False


def _callees(module: LinkedModule, fact: FunctionFact) -> Iterator[model.AnyReference]:
    for operation in fact.operations:
        if operation.deed is Deed.CALL:
            call = module.facts.references[operation.reference]
            assert isinstance(call, model.Call)
            yield module.facts.references[call.function]


def _below(module: LinkedModule, call: model.Call) -> Iterator[int]:
    """The references that the arguments of a call are made of."""
    references = module.facts.references
    waiting = [*call.arguments, *(index for _, index in call.keywords)]
    for _ in range(64):
        if not waiting:
            return
        index = waiting.pop()
        yield index
        reference = references[index]
        if isinstance(reference, model.Collection):
            waiting += reference.items
        elif isinstance(reference, (model.Attribute, model.Item, model.Unpacked)):
            waiting.append(reference.base)
        elif isinstance(reference, model.Call):
            waiting += [*reference.arguments, *(each for _, each in reference.keywords)]


def _arguments(reference: model.AnyReference) -> tuple[int, ...]:
    if not isinstance(reference, model.Call):
        return ()
    return (*reference.arguments, *(each for _, each in reference.keywords))


def _takes_something(module: LinkedModule, call: model.Call) -> bool:
    """Whether a thread is given what the loop has just got: a connection, a message."""
    kinds = (model.Call, model.Unpacked, model.Awaited)
    return any(isinstance(module.facts.references[index], kinds) for index in _below(module, call))


def _in_collection(module: LinkedModule, index: int) -> bool:
    return any(
        isinstance(reference, model.Collection) and index in reference.items for reference in module.facts.references
    )


def _escapes(module: LinkedModule, fact: FunctionFact, index: int, handed: set[int]) -> bool:
    """Whether an object is returned, yielded, kept in an attribute, a module's name or a container, or passed on."""
    facts = module.facts
    holding = {index}
    for number, reference in enumerate(facts.references):
        if isinstance(reference, (model.OneOf, model.Declared)) and index in _parts(reference):
            holding.add(number)
    if holding.intersection(fact.returns) or holding.intersection(fact.yields):
        return True
    if any(holding.intersection(kept) for cls in facts.classes for kept in cls.attributes.values()):
        return True
    if any(value in holding for _, _, value in facts.attribute_writes):
        return True
    if any(holding.intersection(bound) for bound in facts.scopes[0].bindings.values()):
        return True
    for number, reference in enumerate(facts.references):
        given = _arguments(reference) if number not in handed else ()
        if holding.intersection(given):
            return True
        if isinstance(reference, (model.Collection, model.Mapping)) and holding.intersection(_parts(reference)):
            return True
    return False


def _parts(reference: model.AnyReference) -> tuple[int, ...]:
    if isinstance(reference, model.OneOf):
        return reference.options
    if isinstance(reference, model.Declared):
        return (reference.value,)
    if isinstance(reference, model.Collection):
        return reference.items
    return reference.values if isinstance(reference, model.Mapping) else ()
