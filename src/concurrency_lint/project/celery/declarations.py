"""Declarations: which functions and classes of a module are tasks, in every form that makes one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.celery.app_writes import keyword_places
from concurrency_lint.project.celery.expressions import Expression, Library, Origin, function_at
from concurrency_lint.project.celery.option_values import Place
from concurrency_lint.project.celery.registrations import Registrations
from concurrency_lint.project.values import Class, Function

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import App, Apps
    from concurrency_lint.project.celery.origins import Origins
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.subclasses import FileIndex

SHARED = ("celery.shared_task", "celery.task.task", "celery.task.periodic_task", "celery.decorators.task",
           "celery.decorators.periodic_task", "celery.task.base.task")  # fmt: skip
_FACTORY_NAMES = ("task", "shared_task", "periodic_task")
_DEEPEST = 6


class Given(NamedTuple):
    """An option given where the task is declared."""

    value: Expression
    place: Place


class Factory(NamedTuple):
    """A decorator that makes tasks: of which apps (None: whichever is current), with which options so far."""

    apps: tuple[App, ...] | None
    options: tuple[tuple[str, Given], ...] = ()
    complete: bool = True
    target: Expression | None = None
    """The function that it has been applied to."""


class Declaration(NamedTuple):
    """A task as declared: its body, the decorator or class that declares it, and what that says."""

    module: LinkedModule
    function: Function | None
    cls: Class | None
    """The class, of a task that is one."""
    apps: tuple[App, ...] | None
    options: dict[str, Given]
    complete: bool
    place: Place
    end: tuple[int, int]
    between: tuple[int, ...]
    """Decorators (references) between the task's and the function."""
    name: str
    """The default name, or the class's."""


class Declarations:
    """Finds the tasks of modules."""

    def __init__(self, origins: Origins, apps: Apps, mentions: FileIndex) -> None:
        self._origins, self._apps, self._mentions = origins, apps, mentions
        self._known: dict[LinkedModule, list[Declaration]] = {}
        self.registrations = Registrations(origins, apps, mentions)

    def of(self, module: LinkedModule) -> list[Declaration]:
        """The tasks that a module declares, in order of the source."""
        if module not in self._known:
            self._known[module] = []
            if module.facts.layout is not None or any(fact.decorators for fact in module.facts.functions):
                found = [*self._decorated(module), *self._called(module), *self._registered(module)]
                self._known[module] = sorted(found, key=lambda each: (each.place.line, each.place.column))
        return self._known[module]

    def every(self) -> list[Declaration]:
        """The tasks of the whole project, those of tests left out."""
        found = []
        for path in self._mentions.paths("task"):
            module = self._origins.evaluator.modules.at(path)
            if module is not None and not module.is_test:
                found += self.of(module)
        return found

    def of_expression(self, expression: Expression) -> Declaration | None:
        """The task that an expression stands for."""
        for origin in self._origins.of(expression):
            if not isinstance(origin, Expression):
                continue
            reference = origin.reference
            if isinstance(reference, model.FunctionHere):
                for declaration in self.of(origin.module):
                    held = declaration.function
                    if held is not None and held.module is origin.module and held.index == reference.function:
                        return declaration
            elif isinstance(reference, model.Call):
                for declaration in self.of(origin.module):
                    if declaration.cls is not None and self._makes(origin, reference, declaration.cls):
                        return declaration
                made = self.factory(origin)
                if made is not None and made.target is not None:
                    return self.of_expression(made.target) or self._by_target(origin.module, made.target)
        return None

    def _by_target(self, module: LinkedModule, target: Expression) -> Declaration | None:
        for origin in self._origins.of(target):
            reference = origin.reference if isinstance(origin, Expression) else None
            for declaration in self.of(module):
                held = declaration.function
                if held is not None and isinstance(reference, model.FunctionHere) and held.index == reference.function:
                    return declaration
        return None

    def _makes(self, origin: Expression, call: model.Call, cls: Class) -> bool:
        for callee in self._origins.of(Expression(origin.module, call.function, origin.bindings)):
            if isinstance(callee, Expression) and self._origins.as_class(callee) is cls:
                return True
            if isinstance(callee, Expression) and _attribute(callee) == "register_task":
                arguments = self._origins.arguments.positional(origin)
                return bool(arguments) and self.registrations.class_of(arguments[0]) is cls
        return False

    def factory(self, expression: Expression | Origin, depth: int = 0) -> Factory | None:
        """The task decorator that an expression is, with the options that it brings along."""
        if depth > _DEEPEST:
            return None
        origins = self._origins.of(expression) if isinstance(expression, Expression) else (expression,)
        for origin in origins:
            if isinstance(origin, Library):
                if origin.name in SHARED or (
                    origin.name.endswith(".task") and self._apps.is_current(Library(origin.name.removesuffix(".task")))
                ):
                    return Factory(None)
                continue
            if not isinstance(origin, Expression):
                continue
            reference = origin.reference
            if isinstance(reference, model.Attribute) and reference.name == "task":
                apps = self._apps.of(Expression(origin.module, reference.base, origin.bindings))
                if apps is not None:
                    return Factory(tuple(apps))
            elif isinstance(reference, model.Call):
                found = self._called_factory(origin, reference, depth)
                if found is not None:
                    return found
        return None

    def _called_factory(self, origin: Expression, call: model.Call, depth: int) -> Factory | None:
        arguments = self._origins.arguments
        callee = Expression(origin.module, call.function, origin.bindings)
        positional = arguments.positional(origin)
        inner = self.factory(callee, depth + 1)
        if inner is None and positional and self._origins.of(callee) == (Library("functools.partial"),):
            inner, positional = self.factory(positional[0], depth + 1), positional[1:]
        if inner is None:
            return self._applied(callee, positional[0], depth) if len(positional) == 1 else None
        keywords, complete = arguments.keywords(origin)
        places = self._places(origin)
        line = Place(origin.module.path, self._line(origin), "")
        given = {**dict(inner.options), **{name: Given(value, places.get(name, line)) for name, value in keywords}}
        target = positional[0] if positional else inner.target
        return Factory(inner.apps, tuple(given.items()), inner.complete and complete, target)

    def _applied(self, callee: Expression, target: Expression, depth: int) -> Factory | None:
        """What a project's own decorator makes of a function: the task that it returns."""
        for origin in self._origins.of(callee):
            if not isinstance(origin, Expression) or not isinstance(origin.reference, model.FunctionHere):
                continue
            bindings = self._origins.arguments.bound(origin, None, target)
            for returned in self._origins.returned(origin, bindings):
                found = self.factory(returned, depth + 1)
                if found is not None and found.target is not None:
                    return found
        return None

    def _decorated(self, module: LinkedModule) -> Iterator[Declaration]:
        layout = module.facts.layout
        for index, fact in enumerate(module.facts.functions):
            for position, decorator in enumerate(fact.decorators):
                expression = Expression(module, decorator)
                made = self.factory(expression)
                if made is None:
                    made = self._applied(expression, function_at(module, index), 0)
                if made is None:
                    continue
                places = layout.decorators.get(index, []) if layout is not None else []
                held = places[position] if position < len(places) else self._written(module, index, decorator)
                place = Place(module.path, held.line, "decorator", held.column)
                end = (held.end_line, held.end_column)
                made = self._placed(made, expression, places, position)
                yield self._declared(module, index, made, place, end, tuple(fact.decorators[position + 1 :]))
                break

    def _written(self, module: LinkedModule, index: int, decorator: int) -> model.DecoratorPlace:
        """Where a decorator stands in a module without layout: its call nearest above, else the function's head."""
        fact = module.facts.functions[index]
        calls = [
            operation
            for operation in module.facts.functions[fact.enclosing].operations
            if operation.reference == decorator and operation.line < fact.line
        ]
        if not calls:
            return model.DecoratorPlace(fact.line, fact.column, fact.line, fact.column + 1)
        held = max(calls, key=lambda operation: operation.line)
        return model.DecoratorPlace(held.line, held.column, held.end_line, held.end_column)

    def _placed(
        self, made: Factory, decorator: Expression, places: list[model.DecoratorPlace], position: int
    ) -> Factory:
        """With the places of the decorator's own keywords, since equal decorators share a reference."""
        reference = decorator.reference
        if not isinstance(reference, model.Call) or position >= len(places):
            return made
        own = keyword_places(decorator, places[position], "decorator")
        options = [(name, given._replace(place=own[name]) if name in own else given) for name, given in made.options]
        return made._replace(options=tuple(options))

    def _declared(
        self,
        module: LinkedModule,
        index: int,
        made: Factory,
        place: Place,
        end: tuple[int, int],
        between: tuple[int, ...],
    ) -> Declaration:
        function = self._origins.evaluator.make.make(Function, module, index, None)
        layer = "decorator"
        options = {name: Given(given.value, given.place._replace(layer=layer)) for name, given in made.options}
        options = {
            n: g if g.place.line > 0 else g._replace(place=place._replace(layer=layer)) for n, g in options.items()
        }
        name = f"{module.name}.{function.fact.name}"
        return Declaration(module, function, None, made.apps, options, made.complete, place, end, between, name)

    def _called(self, module: LinkedModule) -> Iterator[Declaration]:
        """`name = app.task(function)`."""
        references = module.facts.references
        decorators = {index for fact in module.facts.functions for index in fact.decorators}
        for fact in module.facts.functions:
            for operation in fact.operations:
                call = references[operation.reference] if operation.deed is Deed.CALL else None
                if not isinstance(call, model.Call) or operation.reference in decorators or not call.arguments:
                    continue
                if _last_name(module, call.function) not in _FACTORY_NAMES:
                    continue
                made = self.factory(Expression(module, operation.reference))
                if made is None or made.target is None:
                    continue
                for origin in self._origins.of(made.target):
                    target = origin.reference if isinstance(origin, Expression) else None
                    if isinstance(origin, Expression) and isinstance(target, model.FunctionHere):
                        place = Place(module.path, operation.line, "decorator", operation.column)
                        end = (operation.end_line, operation.end_column)
                        yield self._declared(origin.module, target.function, made, place, end, ())._replace(
                            module=module
                        )

    def _registered(self, module: LinkedModule) -> Iterator[Declaration]:
        for cls, run, apps, place in self.registrations.of(module):
            end = (place.line, place.column + len(place.layer))
            name = f"{module.name}.{cls.fact.name}"
            yield Declaration(module, run, cls, apps, {}, True, place, end, (), name)

    def _operation(self, call: Expression) -> Operation | None:
        """The operation of a call expression: the first of those that are equal."""
        for fact in call.module.facts.functions:
            for operation in fact.operations:
                if operation.deed is Deed.CALL and operation.reference == call.index:
                    return operation
        return None

    def _places(self, call: Expression) -> dict[str, Place]:
        operation = self._operation(call)
        return {} if operation is None else keyword_places(call, operation, "decorator")

    def _line(self, call: Expression) -> int:
        operation = self._operation(call)
        return 0 if operation is None else operation.line


def _attribute(expression: Expression) -> str:
    reference = expression.reference
    return reference.name if isinstance(reference, model.Attribute) else ""


def _last_name(module: LinkedModule, index: int) -> str:
    reference = module.facts.references[index]
    if isinstance(reference, model.Call):
        return _last_name(module, reference.function)
    if isinstance(reference, (model.Name, model.Attribute)):
        return reference.name
    return reference.name if isinstance(reference, model.Imported) else ""
