"""Registrations: classes that become tasks by `app.register_task`, looked for in the whole project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.celery.expressions import Expression
from concurrency_lint.project.celery.option_values import Place
from concurrency_lint.project.values import Class, External, Function

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import App, Apps
    from concurrency_lint.project.celery.origins import Origins
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.subclasses import FileIndex

TASK_CLASSES = (
    "celery.Task",
    "celery.contrib.django.task.DjangoTask",
    "celery.task.Task",
    "celery.task.base.Task",
)


class ClassTask(NamedTuple):
    """A class of a module that is registered as a task."""

    cls: Class
    run: Function | None
    apps: tuple[App, ...] | None
    place: Place


class Registrations:
    """Knows which classes are registered, and with which apps."""

    def __init__(self, origins: Origins, apps: Apps, mentions: FileIndex) -> None:
        self._origins, self._apps, self._mentions = origins, apps, mentions
        self._found: list[tuple[Class, tuple[App, ...] | None]] | None = None

    def of(self, module: LinkedModule) -> Iterator[ClassTask]:
        """The tasks among the classes of a module."""
        if not any(fact.bases for fact in module.facts.classes):
            return
        for cls, apps in self._all():
            if cls.module is module and self.is_task_class(cls):
                yield ClassTask(cls, self._run(cls), apps, class_place(cls))

    def is_task_class(self, cls: Class) -> bool:
        """Whether a class derives from the library's task."""
        line = self._origins.evaluator.ancestry.of(cls)
        return any(isinstance(each, External) and each.name in TASK_CLASSES for each in line)

    def class_of(self, expression: Expression) -> Class | None:
        """The class that an expression is, or is an object of."""
        for origin in self._origins.of(expression):
            if not isinstance(origin, Expression):
                continue
            cls = self._origins.as_class(origin)
            if cls is not None:
                return cls
            reference = origin.reference
            if isinstance(reference, model.Call):
                return self.class_of(Expression(origin.module, reference.function, origin.bindings))
        return None

    def _run(self, cls: Class) -> Function | None:
        for ancestor in self._origins.evaluator.ancestry.of(cls):
            if not isinstance(ancestor, Class):
                continue
            for index in ancestor.fact.members.get("run", ()):
                reference = ancestor.module.facts.references[index]
                if isinstance(reference, model.FunctionHere):
                    return self._origins.evaluator.make.make(Function, ancestor.module, reference.function, None)
        return None

    def _all(self) -> list[tuple[Class, tuple[App, ...] | None]]:
        if self._found is None:
            self._found = []
            for path in self._mentions.paths("register"):
                module = self._origins.evaluator.modules.at(path)
                if module is not None and not module.is_test:
                    self._found += self._in_module(module)
        return self._found

    def _in_module(self, module: LinkedModule) -> Iterator[tuple[Class, tuple[App, ...] | None]]:
        references = module.facts.references
        for fact in module.facts.functions:
            for operation in fact.operations:
                call = references[operation.reference] if operation.deed is Deed.CALL else None
                if not isinstance(call, model.Call) or not call.arguments:
                    continue
                registry = self._registry(module, call)
                apps = self._apps.of(registry) if registry is not None else None
                cls = self.class_of(Expression(module, call.arguments[0])) if apps is not None else None
                if apps is not None and cls is not None:
                    yield cls, tuple(apps)

    def _registry(self, module: LinkedModule, call: model.Call) -> Expression | None:
        """The app in `app.register_task(...)` and `app.tasks.register(...)`."""
        method = module.facts.references[call.function]
        if not isinstance(method, model.Attribute):
            return None
        if method.name == "register_task":
            return Expression(module, method.base)
        tasks = module.facts.references[method.base]
        if method.name == "register" and isinstance(tasks, model.Attribute) and tasks.name == "tasks":
            return Expression(module, tasks.base)
        return None


def class_place(cls: Class) -> Place:
    """Where a class begins."""
    layout = cls.module.facts.layout
    columns = [place.column for place in layout.class_columns if place.line == cls.fact.line] if layout else []
    return Place(cls.module.path, cls.fact.line, f"class {cls.fact.name}", columns[0] if columns else 0)
