"""Parameters that a function only passes on, to one that asks whether it was given anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, FunctionFact
from concurrency_lint.project.values import Bound, Function

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule


class PassedOn:
    """Knows, for each function, the parameters that decide a branch of a function that it calls."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._known: dict[tuple[LinkedModule, int], frozenset[int]] = {}

    def positions(self, module: LinkedModule, function: int) -> frozenset[int]:
        """Their positions; of parameters that are None unless they are given."""
        key = (module, function)
        known = self._known.get(key)
        if known is None:
            self._known[key] = frozenset()
            known = self._known[key] = frozenset(self._found(module, function, module.facts.functions[function]))
        return known

    def _found(self, module: LinkedModule, function: int, fact: FunctionFact) -> set[int]:
        references = module.facts.references
        optional = {
            position
            for position, parameter in enumerate(fact.parameters)
            if not parameter.switch and parameter.default and _is_none(references[parameter.default])
        }
        found: set[int] = set()
        if not optional:
            return found
        for operation in fact.operations:
            call = references[operation.reference]
            if operation.deed is not Deed.CALL or not isinstance(call, model.Call):
                continue
            given: list[tuple[int | str, int]] = [*enumerate(call.arguments), *call.keywords]
            passed = {
                position: where
                for where, index in given
                if isinstance(reference := references[index], model.Parameter)
                and reference.function == function
                and (position := reference.position) in optional - found
            }
            if passed:
                found |= {position for position, where in passed.items() if self._asked(module, call.function, where)}
        return found

    def _asked(self, module: LinkedModule, callee: int, where: int | str) -> bool:
        """Whether the function that is called branches on the argument."""
        for value in self._evaluator.values(module, callee, None):
            target = value.function if isinstance(value, Bound) else value
            if not isinstance(target, Function):
                continue
            for position, parameter in enumerate(target.fact.parameters):
                place = position - isinstance(value, Bound)
                if parameter.switch and where in (place, parameter.name):
                    return True
        return False


def _is_none(reference: model.Reference) -> bool:
    return isinstance(reference, model.Const) and reference.kind == "NoneType"
