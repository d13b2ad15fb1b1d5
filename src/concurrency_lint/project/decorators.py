"""Decorators: what a decorated function has become, from the catalogue or from what the decorator's body returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.frames import Frame
from concurrency_lint.project.values import (
    ANYTHING,
    UNKNOWN_VALUES,
    Bound,
    Decorated,
    External,
    Function,
    Value,
    Values,
    known,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.catalogue.schema import Decorator
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_UNCHANGED = ("transparent", "cached", "loop", "thread", "constructs", "fixture", "dataclass", "overload")


class Accessor(Value):
    """`prop.setter`, `dispatched.register`: a decorator that an earlier decorated function offers."""

    __slots__ = ("decorated", "name")

    def __init__(self, decorated: Decorated, name: str) -> None:
        super().__init__(decorated.depth)
        self.decorated, self.name = decorated, name


class Decorators:
    """Applies decorators to functions."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator

    def apply(self, function: Function, frame: Frame | None) -> Values:
        """What the name of a decorated function stands for."""
        values: Values = (function,)
        for index in reversed(function.fact.decorators):
            values = union(*[self._applied(function.module, index, frame, value) for value in values])
            values = _of_its_kind(values, asynchronous=function.fact.asynchronous)
        return values

    def entry(self, module: LinkedModule, index: int) -> Decorator | None:
        """The catalogue's entry for a decorator expression, plain or called, where its conditions hold."""
        evaluator = self._evaluator
        reference = module.facts.references[index]
        called = isinstance(reference, model.Call)
        target = reference.function if isinstance(reference, model.Call) else index
        for value in evaluator.values(module, target, None):
            name = _library_name(value)
            if name is not None:
                found = evaluator.catalogue.decorator(name)
                if found is not None:
                    if found.when and not (
                        called
                        and isinstance(reference, model.Call)
                        and evaluator.externals.holds(found.when, Arguments(evaluator, module, reference, None))
                    ):
                        return None
                    return found
        return None

    def effect(self, module: LinkedModule, index: int) -> str | None:
        """The effect of a decorator expression, by the catalogue."""
        found = self.entry(module, index)
        return None if found is None else found.effect

    def attribute(self, value: Decorated | Function, name: str) -> Values:
        """An attribute of what decorators made of a function: `prop.setter`, `task.delay`."""
        evaluator = self._evaluator
        if isinstance(value, Decorated):
            if name in ("setter", "getter", "deleter", "register"):
                return (evaluator.make.make(Accessor, value, name),)
            return evaluator.members.of(value.function, name)
        for decorator in value.fact.decorators:
            entry = self.entry(value.module, decorator)
            if entry is not None and entry.makes is not None:
                full = f"{entry.makes}.{name}"
                if evaluator.catalogue.call(full) is not None:
                    return (evaluator.make.make(Bound, evaluator.external(full), value),)
                return evaluator.members.of(evaluator.external_instance(entry.makes), name)
        return UNKNOWN_VALUES

    def registered(self, dispatched: Decorated) -> list[Function]:
        """The implementations that `@dispatched.register` adds, in the module of the dispatched function."""
        function = dispatched.function
        if not isinstance(function, Function):
            return []
        evaluator = self._evaluator
        module = function.module
        found = []
        for position, fact in enumerate(module.facts.functions):
            for index in fact.decorators:
                reference = module.facts.references[index]
                target = module.facts.references[reference.function] if isinstance(reference, model.Call) else reference
                if (
                    isinstance(target, model.Attribute)
                    and target.name == "register"
                    and dispatched in evaluator.values(module, target.base, None)
                ):
                    found.append(evaluator.make.make(Function, module, position, None))
        return found

    def _applied(self, module: LinkedModule, index: int, frame: Frame | None, value: Value) -> Values:
        evaluator = self._evaluator
        effect = self.effect(module, index)
        if effect is not None:
            if effect in _UNCHANGED:
                return (value,)
            return (evaluator.make.make(Decorated, effect, value, None),)
        found: list[Values] = []
        for decorator in evaluator.values(module, index, frame):
            if isinstance(decorator, Accessor):
                found.append(self._accessed(decorator, value))
            elif isinstance(decorator, External):
                found.append(self._made_by(decorator, value))
            elif decorator is not ANYTHING:
                arguments = Arguments(evaluator, first=((value,),))
                found.append(known(evaluator.invocation.result(decorator, arguments)))
        # A decorator of which nothing is known is taken to call the function in its place, as most do.
        return union(*found) or (value,)

    def _made_by(self, decorator: External, value: Value) -> Values:
        """What a library's function makes of a function, where calling that is known to block: `@async_to_sync`."""
        catalogue = self._evaluator.catalogue
        entry = catalogue.call(decorator.name)
        called = catalogue.call(f"{entry[1].returns}.__call__") if entry is not None and entry[1].returns else None
        if called is None or called[1].kind is None:
            return ()
        return self._evaluator.externals.result(decorator.name, None, Arguments(self._evaluator, first=((value,),)))

    def _accessed(self, accessor: Accessor, value: Value) -> Values:
        decorated = accessor.decorated
        if decorated.effect == "property":
            if accessor.name == "setter":
                return (self._evaluator.make.make(Decorated, "property", decorated.function, value),)
            return (decorated,)
        return (value,)


def _of_its_kind(values: Values, *, asynchronous: bool) -> Values:
    """Of wrappers of both kinds, those of the decorated function's: a decorator that has both asks which it is."""
    functions = [value for value in values if isinstance(value, Function)]
    if len({function.fact.asynchronous for function in functions}) < 2:
        return values
    return tuple(
        value for value in values if not isinstance(value, Function) or value.fact.asynchronous is asynchronous
    )


def _library_name(value: Value) -> str | None:
    """The canonical name of a library's decorator: a function, or a method of an object (`app.get`)."""
    if isinstance(value, External):
        return value.name
    function = getattr(value, "function", None)
    return function.name if isinstance(function, External) else None
