"""What is passed to tasks that no serialiser takes: rows, files, locks, sessions, requests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.catalogue.task_roles import plays, task_roles
from concurrency_lint.facts import model
from concurrency_lint.project.celery.expressions import Expression, Library
from concurrency_lint.project.values import Class, External, ExternalInstance, Instance

if TYPE_CHECKING:
    from concurrency_lint.project.celery.enqueues import Enqueue
    from concurrency_lint.project.celery.tasks import CeleryProject
    from concurrency_lint.project.modules import LinkedModule


_NO_ROWS = ("values", "values_list", "dates", "datetimes", "in_bulk", "aggregate", "count", "exists")
_DEEPEST = 12


class SentArguments:
    """Judges the arguments of enqueues."""

    def __init__(self, library: CeleryProject) -> None:
        self._library = library

    def unserialisable(self, enqueue: Enqueue) -> Iterator[tuple[str, str]]:
        """The arguments that cannot be sent: how each is written, and what it is."""
        references = enqueue.module.facts.references
        for index in enqueue.task_arguments(references):
            what = self._what(enqueue.module, index)
            if what:
                yield _written(enqueue.module, index), what

    def _what(self, module: LinkedModule, index: int) -> str:
        reference = module.facts.references[index]
        if isinstance(reference, model.Const):
            return ""
        evaluator = self._library.evaluator
        values = evaluator.values(module, index, None)
        found = [self._of_value(value) for value in values]
        if found and all(found):
            return found[0]
        return self._of_expression(Expression(module, index))

    def _of_value(self, value: object) -> str:
        if isinstance(value, Instance):
            return f"a row of `{value.cls.fact.name}`" if self.is_model(value.cls) else ""
        if isinstance(value, ExternalInstance):
            names = (value.name, *self._library.evaluator.catalogue.ancestors(value.name))
            for pattern, what in task_roles().unserialisable.items():
                if any(plays(name, (pattern,)) for name in names):
                    return what
            if any(plays(name, task_roles().models) for name in names):
                return f"a row of `{value.name.rpartition('.')[2]}`"
        return ""

    def is_model(self, cls: Class) -> bool:
        """Whether the objects of a class are rows of a database."""
        evaluator = self._library.evaluator
        for each in evaluator.ancestry.of(cls):
            if isinstance(each, External):
                names = (each.name, *evaluator.catalogue.ancestors(each.name))
                if any(plays(name, task_roles().models) for name in names):
                    return True
                continue
            for base in each.fact.bases:
                for origin in self._library.origins.of(Expression(each.module, base)):
                    if self._makes_models(origin):
                        return True
        return False

    def _makes_models(self, origin: object) -> bool:
        """Whether a base is what `declarative_base()` gives, or the `Model` of an extension object."""
        reference = origin.reference if isinstance(origin, Expression) else None
        if not isinstance(origin, Expression):
            return False
        if isinstance(reference, model.Call):
            callees = self._library.origins.of(Expression(origin.module, reference.function, origin.bindings))
            return any(isinstance(each, Library) and plays(each.name, task_roles().model_makers) for each in callees)
        if isinstance(reference, model.Attribute) and reference.name == "Model":
            made = self._library.origins.of(Expression(origin.module, reference.base, origin.bindings))
            for each in made:
                inner = each.reference if isinstance(each, Expression) else None
                if isinstance(each, Expression) and isinstance(inner, model.Call):
                    callees = self._library.origins.of(Expression(each.module, inner.function, each.bindings))
                    if any(isinstance(c, Library) and f"{c.name}.Model" in task_roles().models for c in callees):
                        return True
        return False

    def _of_expression(self, expression: Expression) -> str:
        """A row by how it is got: `Order.objects.get(...)`, `get_object_or_404(Order, ...)`, an item of a query."""
        for origin in self._library.origins.of(expression):
            reference = origin.reference if isinstance(origin, Expression) else None
            if not isinstance(origin, Expression):
                continue
            if isinstance(reference, model.Element):
                cls = self._queried(Expression(origin.module, reference.base, origin.bindings), 0)
                return f"a row of `{cls.fact.name}`" if cls is not None else ""
            if not isinstance(reference, model.Call):
                continue
            method = origin.module.facts.references[reference.function]
            if isinstance(method, model.Attribute) and method.name in task_roles().row_methods:
                cls = self._queried(Expression(origin.module, method.base, origin.bindings), 0)
                if cls is not None:
                    return f"a row of `{cls.fact.name}`"
            callees = self._library.origins.of(Expression(origin.module, reference.function, origin.bindings))
            if reference.arguments and any(
                isinstance(each, Library) and each.name in task_roles().row_functions for each in callees
            ):
                cls = self._queried(Expression(origin.module, reference.arguments[0], origin.bindings), 0)
                return f"a row of `{cls.fact.name}`" if cls is not None else ""
        return ""

    def _queried(self, expression: Expression, depth: int) -> Class | None:
        """The model behind `Model`, `Model.objects` and the queries that begin with it."""
        if depth > _DEEPEST:
            return None
        reference = expression.reference
        if isinstance(reference, model.Call):
            method = expression.module.facts.references[reference.function]
            if not isinstance(method, model.Attribute) or method.name in _NO_ROWS:
                return None
            return self._queried(Expression(expression.module, method.base, expression.bindings), depth + 1)
        if isinstance(reference, model.Attribute):
            found = self._queried(Expression(expression.module, reference.base, expression.bindings), depth + 1)
            if found is not None:
                return found
        for origin in self._library.origins.of(expression):
            if not isinstance(origin, Expression):
                return None
            cls = self._library.origins.as_class(origin)
            if cls is not None:
                return cls if self.is_model(cls) else None
            return self._queried(origin, depth + 1) if origin != expression else None
        return None


def _written(module: LinkedModule, index: int) -> str:
    """How an argument is written, as far as a name goes."""
    reference = module.facts.references[index]
    if isinstance(reference, model.Name):
        return reference.name
    if isinstance(reference, model.Parameter):
        return module.facts.functions[reference.function].parameters[reference.position].name
    if isinstance(reference, model.Attribute):
        return f"{_written(module, reference.base)}.{reference.name}"
    return "an argument"
