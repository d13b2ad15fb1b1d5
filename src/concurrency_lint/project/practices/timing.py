"""When functions run: once in the life of a process, or again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, RegionKind
from concurrency_lint.project.execution import Execution
from concurrency_lint.project.values import Bound, External, Function, Value

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule


class Timing:
    """Phases of functions, and which of them the program runs once."""

    def __init__(self, evaluator: Evaluator, execution: Execution) -> None:
        self._evaluator, self._execution = evaluator, execution
        self._phases: dict[LinkedModule, dict[int, str]] = {}
        self._once: dict[LinkedModule, set[int]] = {}

    def phase(self, module: LinkedModule, function: int) -> str:
        """The phase in which a loop runs the function; empty where none does."""
        if module not in self._phases:
            roots = self._execution.of(module).roots
            self._phases[module] = {root.function.index: root.phase for root in roots if root.function.module is module}
        return self._phases[module].get(function, "")

    def is_run_once(self, module: LinkedModule, function: int) -> bool:
        """Whether the module's body, or its `__main__` block, calls it or gives it to a loop of its own."""
        if module not in self._once:
            self._once[module] = set(self._called_once(module))
        return function in self._once[module]

    def _called_once(self, module: LinkedModule) -> list[int]:
        found = []
        for index, fact in enumerate(module.facts.functions):
            for operation in fact.operations:
                if operation.deed is not Deed.CALL:
                    continue
                call = module.facts.references[operation.reference]
                assert isinstance(call, model.Call)
                main = index == 0 or (operation.region >= 0 and fact.regions[operation.region].kind is RegionKind.MAIN)
                if main:
                    found += self._own(module, call.function)
                elif self._runs_loop(module, call):
                    for argument in call.arguments:
                        inner = module.facts.references[argument]
                        if isinstance(inner, model.Call):
                            found += self._own(module, inner.function)
        for argument in self._arguments_of_loops(module):
            found += self._own(module, argument)
        return found

    def _arguments_of_loops(self, module: LinkedModule) -> list[int]:
        found = []
        for operation in module.facts.functions[0].operations:
            call = module.facts.references[operation.reference]
            if isinstance(call, model.Call) and self._runs_loop(module, call):
                for argument in call.arguments:
                    inner = module.facts.references[argument]
                    found.append(inner.function if isinstance(inner, model.Call) else argument)
        return found

    def _runs_loop(self, module: LinkedModule, call: model.Call) -> bool:
        for callee in self._evaluator.values(module, call.function, None):
            name = _name(callee)
            found = self._evaluator.catalogue.call(name) if name else None
            if found is not None and found[1].kind == "event-loop":
                return True
        return False

    def _own(self, module: LinkedModule, index: int) -> list[int]:
        values = self._evaluator.values(module, index, None)
        inner = [value.function if isinstance(value, Bound) else value for value in values]
        return [value.index for value in inner if isinstance(value, Function) and value.module is module]


def _name(value: Value) -> str:
    inner = value.function if isinstance(value, Bound) else value
    return inner.name if isinstance(inner, External) else ""
