"""Enqueues: calls that send a task to the broker, and the task that they send."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.celery.expressions import Expression
from concurrency_lint.project.last_names import method_called
from concurrency_lint.project.values import Bound, External, ExternalInstance

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import Apps
    from concurrency_lint.project.celery.declarations import Declaration, Declarations
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_SENDING = ("delay", "apply_async")
_SIGNATURES = ("s", "si", "signature", "subtask")


class Enqueue(NamedTuple):
    """One call that sends a task; `task` where it is known which."""

    module: LinkedModule
    function: int
    operation: Operation
    method: str
    task: Declaration | None
    title: str

    @property
    def call(self) -> model.Call:
        reference = self.module.facts.references[self.operation.reference]
        assert isinstance(reference, model.Call)
        return reference

    def task_arguments(self, references: list[model.AnyReference]) -> list[int]:
        """The references of what is passed to the task's parameters."""
        call = self.call
        if self.method == "delay":
            return [*call.arguments, *[value for _, value in call.keywords]]
        keywords = dict(call.keywords)
        found: list[int] = []
        for position, name in enumerate(("args", "kwargs")):
            given = keywords.get(name)
            if given is None and position < len(call.arguments):
                given = call.arguments[position]
            held = references[given] if given is not None else None
            if isinstance(held, model.Collection):
                found += held.items
            elif isinstance(held, model.Mapping):
                found += held.values
        return found


class Enqueues:
    """Finds them."""

    def __init__(self, evaluator: Evaluator, declarations: Declarations, apps: Apps) -> None:
        self._evaluator, self._declarations, self._apps = evaluator, declarations, apps
        self._known: dict[int, Enqueue | None] = {}

    def of(self, module: LinkedModule) -> Iterator[Enqueue]:
        """The enqueues of a module, in order of the source."""
        for index, fact in enumerate(module.facts.functions):
            for operation in fact.operations:
                found = self.at(module, index, operation)
                if found is not None:
                    yield found

    def at(self, module: LinkedModule, function: int, operation: Operation) -> Enqueue | None:
        """The enqueue that an operation is."""
        if operation.deed is not Deed.CALL:
            return None
        method = method_called(module, operation.reference)
        if method is None or method.name not in (*_SENDING, "send_task"):
            return None
        key = id(operation)
        if key not in self._known:
            self._known[key] = self._sent(module, function, operation, method)
        return self._known[key]

    def _sent(
        self, module: LinkedModule, function: int, operation: Operation, method: model.Attribute
    ) -> Enqueue | None:
        base = Expression(module, method.base)
        if method.name == "send_task":
            apps = self._apps.of(base)
            return Enqueue(module, function, operation, method.name, None, "send_task") if apps else None
        task = self._task(base)
        if task is not None:
            title = task.cls.fact.name if task.cls is not None else task.name.rpartition(".")[2]
            return Enqueue(module, function, operation, method.name, task, title)
        for value in self._evaluator.values(module, method.base, None):
            name = value.name if isinstance(value, ExternalInstance) else ""
            if name.startswith("celery."):
                return Enqueue(module, function, operation, method.name, None, "the signature")
        return None

    def _task(self, base: Expression) -> Declaration | None:
        """The task that a name, or a signature of one, stands for."""
        found = self._declarations.of_expression(base)
        if found is not None:
            return found
        made = method_called(base.module, base.index)
        if made is not None and made.name in _SIGNATURES:
            return self._declarations.of_expression(Expression(base.module, made.base, base.bindings))
        return None


def callee_names(evaluator: Evaluator, module: LinkedModule, function: int) -> list[str]:
    """The canonical names of the library callables that a reference may be."""
    found = []
    for value in evaluator.values(module, function, None):
        inner = value.function if isinstance(value, Bound) else value
        if isinstance(inner, External):
            found.append(inner.name)
    return found
