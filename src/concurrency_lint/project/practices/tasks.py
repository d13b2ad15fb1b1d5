"""Queued tasks as a worker sees them: name, queue and limits, from wherever they are set."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from concurrency_lint.findings import Span
from concurrency_lint.project.celery.expressions import Expression
from concurrency_lint.project.celery.tasks import CeleryProject, Task
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.values import Function

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.celery.declarations import Declaration
    from concurrency_lint.project.celery.option_values import Effective
    from concurrency_lint.project.practices import Practices

_LIMITS = ("time_limit", "soft_time_limit")


class TaskDeclaration(Placed, frozen=True, kw_only=True):
    """A task: `limit` is the time after which it is ended, the hard way if there is one; None where nobody knows.

    `name` is empty where it is not known, and so is `queue` where none is set.
    """

    name: str
    title: str
    function: tuple[str, int] | None
    """The module's path and the number of the body."""
    declared_from: int
    """The line on which its declaration begins: that of its decorator."""
    queue: str
    limit: float | None
    key: str


class Tasks:
    """The tasks of modules, with their effective options."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._known: dict[LinkedModule, list[TaskDeclaration]] = {}

    @property
    def _library(self) -> CeleryProject:
        return self._practices.celery()

    def of(self, module: LinkedModule) -> list[TaskDeclaration]:
        """The tasks that a module declares."""
        if module not in self._known:
            worth = module.facts.layout is not None or any(fact.decorators for fact in module.facts.functions)
            self._known[module] = list(self._declared(module)) if worth and self._library.present else []
        return self._known[module]

    def of_function(self, function: Function) -> TaskDeclaration | None:
        """The task whose body a function is."""
        wanted = (function.module.path, function.index)
        return next((task for task in self.of(function.module) if task.function == wanted), None)

    def queued(self, module: LinkedModule, function: int, operation: Operation) -> TaskDeclaration | None:
        """The task that a call queues, where it is known which."""
        if not self._library.present:
            return None
        found = self._library.enqueues.at(module, function, operation)
        if found is None:
            return None
        if found.task is None and found.method == "send_task" and found.call.arguments:
            return self._named(self._library.literals.one(Expression(module, found.call.arguments[0])))
        return None if found.task is None else self._of_declaration(found.task)

    def _named(self, name: Any) -> TaskDeclaration | None:
        for declaration in self._library.declarations.every() if isinstance(name, str) else ():
            task = self._of_declaration(declaration)
            if task.name == name:
                return task
        return None

    def _of_declaration(self, declaration: Declaration) -> TaskDeclaration:
        position = self._library.declarations.of(declaration.module).index(declaration)
        return self.of(declaration.module)[position]

    def _declared(self, module: LinkedModule) -> Iterator[TaskDeclaration]:
        for declaration in self._library.declarations.of(module):
            task = self._library.task(declaration)
            queue = task.option("queue").value
            body = task.function
            yield TaskDeclaration(
                path=module.path,
                span=self._span(task),
                symbol=task.symbol,
                name=task.name if task.name_known else "",
                title=task.title,
                function=None if body is None else (body.module.path, body.index),
                declared_from=declaration.place.line,
                queue=queue if isinstance(queue, str) else "",
                limit=next((limit for each in _LIMITS if (limit := _seconds(task.option(each)))), None),
                key=self._key(body),
            )

    def _span(self, task: Task) -> Span:
        """The name in the definition; what declares it where that stands elsewhere."""
        spots, body, cls = self._practices.spots, task.function, task.declaration.cls
        if cls is not None and cls.module is task.module:
            return spots.of_word(task.module, cls.fact.line, cls.fact.name)
        if body is not None and body.module is task.module and task.declaration.place.layer == "decorator":
            return spots.of_definition(task.module, body.index)
        return task.span

    def _key(self, body: Function | None) -> str:
        """The parameter that names a replay key."""
        patterns = [pattern.lower() for pattern in self._practices.settings.key_parameters]
        for parameter in body.fact.parameters if body is not None else ():
            if any(fnmatch.fnmatchcase(parameter.name.lower(), pattern) for pattern in patterns):
                return str(parameter.name)
        return ""


def _seconds(limit: Effective) -> float | None:
    """A limit that is surely in effect; 0 sets none."""
    value: Any = limit.value
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0 else None
