"""Queues that tasks are sent to: by their options, where they are queued, and by the routes of their app."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.findings import Span
from concurrency_lint.project.celery.expressions import Expression

if TYPE_CHECKING:
    from concurrency_lint.project.celery.tasks import AppFact
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.practices import Practices

_USUAL = frozenset({"celery", "default"})
_NAMING = ("apply_async", "send_task", "set")


class Queue(NamedTuple):
    """A queue by name, and where it is named."""

    name: str
    span: Span
    symbol: str


class Queues:
    """Finds the queues that modules name; the default one is no queue of its own."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._default: frozenset[str] | None = None

    def of(self, module: LinkedModule) -> Iterator[Queue]:
        """The queues that a module names, each once."""
        if not self._practices.celery().present:
            return
        seen = set(self._defaults())
        for queue in self._all(module):
            if queue.name and queue.name not in seen:
                seen.add(queue.name)
                yield queue

    def _all(self, module: LinkedModule) -> Iterator[Queue]:
        for task in self._practices.tasks.of(module):
            yield Queue(task.queue, task.span, task.symbol)
        library = self._practices.celery()
        if library.looks_at(module):
            for app in library.apps_in(module):
                yield from self._routed(app)
        yield from self._named_at_calls(module)

    def _named_at_calls(self, module: LinkedModule) -> Iterator[Queue]:
        references = module.facts.references
        for index, fact in enumerate(module.facts.functions):
            for operation in fact.operations:
                call = references[operation.reference] if operation.deed is Deed.CALL else None
                if not isinstance(call, model.Call):
                    continue
                given = next((value for word, value in call.keywords if word == "queue"), None)
                callee = references[call.function]
                if given is None or not isinstance(callee, model.Attribute) or callee.name not in _NAMING:
                    continue
                if self._queues_task(module, index, operation, callee):
                    name = self._practices.celery().literals.one(Expression(module, given))
                    span = self._practices.spots.of_operation(module, operation)
                    yield Queue(name if isinstance(name, str) else "", span, module.symbol(index))

    def _queues_task(self, module: LinkedModule, index: int, operation: Operation, callee: model.Attribute) -> bool:
        if callee.name != "set":
            return self._practices.celery().enqueues.at(module, index, operation) is not None
        values = self._practices.evaluator.values(module, callee.base, None)
        names = [getattr(value, "name", "") for value in values]
        return any(isinstance(name, str) and "Signature" in name for name in names)

    def _routed(self, app: AppFact) -> Iterator[Queue]:
        """Queues of `task_routes`, which may be a dict, pairs, or a list of either."""
        found = app.configuration.get("task_routes")
        place = found.possibilities[0].place
        span = app.span
        if place is not None and place.path == app.path:
            span = self._practices.celery().span_of(place)
        for name in _queues_in(found.value):
            yield Queue(name, span, app.symbol)

    def _defaults(self) -> frozenset[str]:
        if self._default is None:
            library = self._practices.celery()
            values = [library.configurations.of(app).get("task_default_queue").value for app in library.apps.all()]
            self._default = _USUAL | {value for value in values if isinstance(value, str)}
        return self._default


def _queues_in(routes: Any) -> Iterator[str]:
    if isinstance(routes, (list, tuple)):
        for each in routes:
            yield from _queues_in(each)
    elif isinstance(routes, dict):
        for route in routes.values():
            queue = route.get("queue") if isinstance(route, dict) else None
            if isinstance(queue, str):
                yield queue
