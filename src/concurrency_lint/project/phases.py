"""When loop code runs: coroutine functions that only startup code, or only a script's own run, ever starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from concurrency_lint.facts.model import Deed, RegionKind
from concurrency_lint.project.execution import Root
from concurrency_lint.project.regions import stands_in
from concurrency_lint.project.values import Function

if TYPE_CHECKING:
    from concurrency_lint.project.effects import EffectFinder
    from concurrency_lint.project.graph import Graph
    from concurrency_lint.project.modules import LinkedModule

_LEAST_SERIOUS = ("private", "startup")
_DEEPEST = 4

Place = tuple["LinkedModule", int]


def narrowed_phases(roots: list[Root], graph: Graph, effects: EffectFinder) -> list[Root]:
    """The roots, those of a module that it starts from nowhere but its startup or its script in that phase, too."""
    starters: dict[Place, set[Place]] = {}
    for root in roots:
        for start in _started(graph, root.function):
            if start.module is root.function.module:
                starters.setdefault(_place(start), set()).add(_place(root.function))
    phases = {_place(root.function): root.phase for root in roots}
    for module in dict.fromkeys(root.function.module for root in roots):
        for start in _started_by_script(module, effects):
            place = _place(start)
            if place not in starters and phases.get(place) == "serving" and not start.fact.decorators:
                phases[place] = "private"
    _spread(phases, starters, {_place(root.function) for root in roots if not root.function.fact.decorators})
    return [Root(root.function, phases[_place(root.function)]) for root in roots]


def _spread(phases: dict[Place, str], starters: dict[Place, set[Place]], plain: set[Place]) -> None:
    """Give what only less serious code starts the most serious phase among those that start it."""
    changed = True
    while changed:
        changed = False
        for place, by in starters.items():
            if phases.get(place) != "serving" or place not in plain:
                continue
            found = {phases.get(starter, "serving") for starter in by - {place}}
            if found and found <= set(_LEAST_SERIOUS):
                phases[place] = max(found, key=_LEAST_SERIOUS.index)
                changed = True


def _started(graph: Graph, function: Function) -> Iterator[Function]:
    for site in graph.node(function).sites:
        yield from site.effects.starts


def _started_by_script(module: LinkedModule, effects: EffectFinder) -> Iterable[Function]:
    """Coroutine functions that run because the module is run as a program."""
    body = module.facts.functions[0]
    if not any(region.kind is RegionKind.MAIN for region in body.regions):
        return
    seen: set[int] = set()
    waiting = [(0, True)]
    for _ in range(_DEEPEST):
        following = []
        for index, only_main in waiting:
            function = effects.evaluator.make.make(Function, module, index, None)
            for operation in function.fact.operations:
                if operation.deed is not Deed.CALL:
                    continue
                if only_main and not stands_in(function.fact, operation.region, RegionKind.MAIN):
                    continue
                found = effects.of(function, operation)
                yield from (start for start in found.starts if start.module is module)
                for run in found.runs:
                    if run.module is module and run.index not in seen:
                        seen.add(run.index)
                        following.append((run.index, False))
        waiting = following


def _place(function: Function) -> Place:
    return function.module, function.index
