"""Callables that functions give to threads, processes and frameworks, worked out once for all searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.sites import Effects
from concurrency_lint.project.values import Bound, External, Function, Value

if TYPE_CHECKING:
    from concurrency_lint.project.linker import Linker

_ELSEWHERE = ("thread", "process", "inline")


class Handed:
    """Finds what the calls of functions hand on."""

    def __init__(self, linker: Linker) -> None:
        self._evaluator, self._effects = linker.evaluator, linker.effects
        self._known: dict[Function, list[tuple[Operation, Effects]]] = {}

    def of(self, function: Function) -> list[tuple[Operation, Effects]]:
        """The calls of a function that hand a callable on, and what that does."""
        known = self._known.get(function)
        if known is None:
            known = self._known[function] = self._found(function) or _NONE
        return known

    def _found(self, function: Function) -> list[tuple[Operation, Effects]]:
        references = function.module.facts.references
        found = []
        for operation in function.fact.operations:
            if operation.deed is Deed.CALL:
                call = references[operation.reference]
                assert isinstance(call, model.Call)
                if call.arguments or call.keywords:
                    effects = self._effects_of(function, call)
                    if effects is not None:
                        found.append((operation, effects))
        return found

    def _effects_of(self, function: Function, call: model.Call) -> Effects | None:
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


_NONE: list[tuple[Operation, Effects]] = []


def _library_name(callee: Value) -> str | None:
    function = callee.function if isinstance(callee, Bound) else callee
    return function.name if isinstance(function, External) else None
