"""Effects of tasks that a second run repeats: what is written, sent or charged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.catalogue.task_roles import plays, task_roles
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.celery.enqueues import callee_names

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.sites import Effects
    from concurrency_lint.project.values import Function


class Writing:
    """Recognises operations with such an effect; a `Wanted` for `Reach`."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator

    def __call__(self, function: Function, operation: Operation, effects: Effects) -> str | None:
        """The name of what is written or sent by an operation."""
        if operation.deed is not Deed.CALL:
            return None
        call = function.module.facts.references[operation.reference]
        assert isinstance(call, model.Call)
        writes = task_roles().writes
        names = [hit.name for hit in effects.hits]
        for name in [*names, *callee_names(self._evaluator, function.module, call.function)]:
            if plays(self._evaluator.catalogue.canonical(name), writes.names):
                return name
            if plays(name, writes.by_first_argument) and call.arguments:
                method = function.module.facts.references[call.arguments[0]]
                if isinstance(method, model.Const) and str(method.value).upper() in writes.methods:
                    return name
        return None
