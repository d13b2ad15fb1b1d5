"""Generic classes: what the type variables of a class stand for in an object of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.generics import Filled, GenericInstance
from concurrency_lint.project.values import (
    Bound,
    Class,
    ExternalInstance,
    Function,
    Instance,
    Value,
    Values,
    deepest,
    telling,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.frames import Frame
    from concurrency_lint.project.modules import LinkedModule

_Variable = tuple["LinkedModule", int]
"""Where a type variable is made."""
_Meanings = dict[_Variable, Values]
_DEEPEST = 3


class TypeArguments:
    """Asked where nothing else tells what an attribute, or the result of a method, is."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._variables: dict[Class, tuple[_Variable, ...]] = {}

    def filled(self, name: str, content: Values) -> ExternalInstance:
        """An object of a library's class that holds objects; plain where what it holds decides nothing."""
        evaluator = self._evaluator
        if not telling(content) or deepest(content) >= _DEEPEST:
            return evaluator.external_instance(name)
        return evaluator.make.make(Filled, evaluator.catalogue.canonical(name), content)

    def given(self, value: Value, part: Callable[[int], Values], count: int) -> Value:
        """An object of `Class[part 0, part 1]`, from an object of the class without them."""
        evaluator = self._evaluator
        if isinstance(value, ExternalInstance):
            return self.filled(value.name, part(0)) if count == 1 else value
        if type(value) is not Instance:
            return value
        variables = self._of_class(value.cls)
        arguments = tuple(part(position) for position in range(min(count, len(variables))))
        if not telling(union(*arguments)) or deepest(*arguments) >= _DEEPEST:
            return value
        frame = None
        for initialiser in evaluator.members.special(value, "__init__"):
            if isinstance(initialiser, Bound) and isinstance(initialiser.function, Function):
                frame = self._passed(initialiser.function, dict(zip(variables, arguments, strict=False)))
        return evaluator.make.make(GenericInstance, value.cls, value.exact, frame, arguments)

    def fuller(self, assigned: Values, module: LinkedModule, annotation: int) -> Values:
        """What is assigned, with what the annotation says that it holds: `x: ContextVar[Client] = ContextVar("x")`."""
        if not any(type(value) in (ExternalInstance, Instance) for value in assigned):
            return assigned
        declared = self._evaluator.annotations.instances(module, annotation)
        return tuple(self._with_arguments(value, declared) for value in assigned)

    def _with_arguments(self, value: Value, declared: Values) -> Value:
        for like in declared:
            if isinstance(like, Filled) and type(value) is ExternalInstance and like.name == value.name:
                return like
            if isinstance(like, GenericInstance) and type(value) is Instance and like.cls is value.cls:
                return self._evaluator.make.make(GenericInstance, value.cls, value.exact, value.frame, like.arguments)
        return value

    def given_by_bases(self, cls: Class) -> bool:
        """Whether the class derives from a generic class of the project, and says what its variables stand for."""
        references = cls.module.facts.references
        return any(
            isinstance(value, Class)
            for base in cls.fact.bases
            if isinstance(references[base], model.Item)
            for value in self._evaluator.values(cls.module, base, cls.frame)
        )

    def attribute(self, holder: Instance, name: str) -> Values:
        """What an attribute is that a class only declares, by a type variable."""
        for ancestor, meanings in self._line(holder):
            for index in ancestor.fact.members.get(name, ()):
                reference = ancestor.module.facts.references[index]
                if isinstance(reference, model.Declared):
                    return self._meant(ancestor.module, reference.annotation, meanings)
        return ()

    def result(self, function: Function) -> Values:
        """What a method gives that is annotated with a type variable of its class."""
        fact, evaluator = function.fact, self._evaluator
        if fact.owner < 0 or not fact.parameters or function.frame is None:
            return ()
        found = []
        for receiver in evaluator.parameters.values(function.module, function.index, 0, function.frame):
            if isinstance(receiver, Instance):
                for ancestor, meanings in self._line(receiver):
                    if ancestor.module is function.module and ancestor.index == fact.owner:
                        found.append(self._meant(function.module, fact.annotation, meanings))
        return union(*found)

    def _passed(self, initialiser: Function, meanings: _Meanings) -> Frame | None:
        """The frame of a constructor whose parameters hold what their type variables stand for."""
        module = initialiser.module
        bindings = []
        for position, parameter in enumerate(initialiser.fact.parameters):
            values = self._meant(module, parameter.annotation, meanings) if parameter.annotation else ()
            if values:
                bindings.append((position, values))
        return self._evaluator.make.frame(module, initialiser.index, tuple(bindings), initialiser.frame)

    def _line(self, holder: Instance) -> list[tuple[Class, _Meanings]]:
        """The generic classes that an object's class derives from, with what their variables stand for."""
        own: _Meanings = {}
        if isinstance(holder, GenericInstance):
            own = dict(zip(self._of_class(holder.cls), holder.arguments, strict=False))
        found: dict[Class, _Meanings] = {}
        self._add(holder.cls, own, found)
        return [(cls, meanings) for cls, meanings in found.items() if meanings]

    def _add(self, cls: Class, meanings: _Meanings, found: dict[Class, _Meanings]) -> None:
        if cls in found:
            return
        found[cls] = meanings
        for base in cls.fact.bases:
            reference = cls.module.facts.references[base]
            parts = _parts(cls.module, reference.index) if isinstance(reference, model.Item) else []
            for value in self._evaluator.values(cls.module, base, cls.frame):
                if isinstance(value, Class):
                    variables = self._of_class(value)
                    arguments = [self._meant(cls.module, part, meanings) for part in parts]
                    told = {
                        variable: argument or self._plain(cls.module, part)
                        for variable, argument, part in zip(variables, arguments, parts, strict=False)
                    }
                    self._add(value, {variable: values for variable, values in told.items() if telling(values)}, found)

    def _plain(self, module: LinkedModule, index: int) -> Values:
        return self._evaluator.annotations.instances(module, index)

    def _meant(self, module: LinkedModule, index: int, meanings: _Meanings) -> Values:
        """What an annotation stands for that is a type variable, or one of several that it admits."""
        reference = module.facts.references[index]
        if isinstance(reference, model.Binary):
            return self._meant(module, reference.left, meanings) or self._meant(module, reference.right, meanings)
        variable = self._variable(module, index)
        return meanings.get(variable, ()) if variable is not None else ()

    def _of_class(self, cls: Class) -> tuple[_Variable, ...]:
        """The type variables of a class, in the order in which it takes arguments."""
        known = self._variables.get(cls)
        if known is None:
            self._variables[cls] = ()
            found: dict[_Variable, None] = {}
            for base in cls.fact.bases:
                reference = cls.module.facts.references[base]
                if isinstance(reference, model.Item):
                    parts = [self._variable(cls.module, part) for part in _parts(cls.module, reference.index)]
                    inner = dict.fromkeys(part for part in parts if part is not None)
                    if self._evaluator.annotations.means(cls.module, base) == "generic":
                        found = inner
                        break
                    found.update(inner)
            known = self._variables[cls] = tuple(found)
        return known

    def _variable(self, module: LinkedModule, index: int) -> _Variable | None:
        places = [(module, index)]
        if not isinstance(module.facts.references[index], model.Call):
            places = self._evaluator.annotations.definitions(module, index)
        for place, definition in places:
            reference = place.facts.references[definition]
            if isinstance(reference, model.Call) and self._makes_variable(place, reference.function):
                return place, definition
        return None

    def _makes_variable(self, module: LinkedModule, function: int) -> bool:
        return self._evaluator.annotations.means(module, function) == "typevar"


def _parts(module: LinkedModule, index: int) -> list[int]:
    reference = module.facts.references[index]
    return list(reference.items) if isinstance(reference, model.Collection) else [index]
