"""Registries: callables that a decorator, or a call when a module is imported, puts into a container."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.frames import Frame
from concurrency_lint.project.last_names import last_name
from concurrency_lint.project.modules import LinkedModule, function_bindings
from concurrency_lint.project.values import UNKNOWN_VALUES, Bound, Class, Function, Value, Values, known, union

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator


class Registries:
    """Finds what the project gives to functions that store a parameter of theirs."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._found: dict[tuple[LinkedModule, int, int], Values] = {}
        self._enclosing: dict[LinkedModule, frozenset[int]] = {}

    def content(self, module: LinkedModule, index: int, frame: Frame | None) -> Values:
        """What a reference that was put into a container may be."""
        values = self._evaluator.values(module, index, frame)
        if values != UNKNOWN_VALUES:
            return values
        parameter = _parameter_behind(module, index)
        return values if parameter is None else self._registered(module, parameter) or values

    def passed_at_top(self, module: LinkedModule, function: int, position: int) -> Values:
        """What calls at the top of a module pass to a function that makes others: `router = routes_for(Service())`."""
        if function not in self._makers(module):
            return ()
        name = module.facts.functions[function].name
        return union(*self._passed(module, module, model.Parameter(function, position), name))

    def _makers(self, module: LinkedModule) -> frozenset[int]:
        """The plain functions in which others are defined."""
        makers = self._enclosing.get(module)
        if makers is None:
            facts = module.facts.functions
            makers = frozenset(
                fact.enclosing for fact in facts if fact.asynchronous and facts[fact.enclosing].owner < 0
            )
            self._enclosing[module] = makers
        return makers

    def _registered(self, module: LinkedModule, parameter: model.Parameter) -> Values:
        key = (module, parameter.function, parameter.position)
        found = self._found.get(key)
        if found is None:
            self._found[key] = ()
            found = union(*self._given(module, parameter))
            del self._found[key]
            if not self._evaluator.in_cycle:
                self._found[key] = found
        return found

    def _given(self, module: LinkedModule, parameter: model.Parameter) -> Iterator[Values]:
        evaluator = self._evaluator
        names = _names_of(module, parameter.function)
        for place in dict.fromkeys([module, *(m for n in names for m in evaluator.subclasses.modules_with(f"@{n}"))]):
            if place.is_test and not module.is_test:
                continue
            for kind, position, decorators in _decorated(place):
                if any(
                    _is(value, module, parameter.function)
                    for decorator in decorators
                    if _called_name(place, decorator) in names
                    for value in evaluator.values(place, decorator, None)
                ):
                    yield (evaluator.make.make(kind, place, position, None),)
        name = names[0]
        for place in dict.fromkeys([module, *evaluator.subclasses.modules_with(f"{name}()")]):
            if not place.is_test or module.is_test:
                yield from self._passed(place, module, parameter, name)

    def _passed(
        self, place: LinkedModule, module: LinkedModule, parameter: model.Parameter, name: str
    ) -> Iterator[Values]:
        """What calls at the top of a module pass."""
        evaluator = self._evaluator
        fact = module.facts.functions[parameter.function].parameters[parameter.position]
        for operation in place.facts.functions[0].operations:
            call = place.facts.references[operation.reference]
            if operation.deed is not model.Deed.CALL or not isinstance(call, model.Call):
                continue
            if _called_name(place, operation.reference) != name:
                continue
            for callee in evaluator.values(place, call.function, None):
                if _is(callee, module, parameter.function):
                    position = parameter.position - isinstance(callee, Bound)
                    yield known(Arguments(evaluator, place, call, None).get(position, fact.name) or ())


def _decorated(module: LinkedModule) -> Iterator[tuple[type[Function | Class], int, list[int]]]:
    """What a module has that may be decorated, and by what: its functions, then its classes."""
    yield from ((Function, position, fact.decorators) for position, fact in enumerate(module.facts.functions))
    yield from ((Class, position, fact.decorators) for position, fact in enumerate(module.facts.classes))


def _parameter_behind(module: LinkedModule, index: int) -> model.Parameter | None:
    reference = module.facts.references[index]
    if isinstance(reference, model.Name):
        bound = function_bindings(module.facts, reference.scope, reference.name) or []
        reference = module.facts.references[bound[0]] if len(bound) == 1 else reference
    return reference if isinstance(reference, model.Parameter) else None


def _names_of(module: LinkedModule, function: int) -> list[str]:
    """The names by which a decorator expression may get at the function: its own, and those of what makes it."""
    names = []
    while function:
        fact = module.facts.functions[function]
        names.append(fact.name)
        function = fact.enclosing
    return names


def _called_name(module: LinkedModule, index: int) -> str:
    """The name of an expression, or of what it calls."""
    reference = module.facts.references[index]
    return last_name(module, reference.function if isinstance(reference, model.Call) else index)


def _is(value: Value, module: LinkedModule, function: int) -> bool:
    inner = value.function if isinstance(value, Bound) else value
    return isinstance(inner, Function) and inner.module is module and inner.index == function
