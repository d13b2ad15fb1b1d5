"""Coroutines that are started one after another and not awaited: an `await` lets a later one overtake an earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.sequence import before, suspends
from concurrency_lint.project.values import Class

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.values import Function

_OVERTAKEN = (
    "`{}` is started elsewhere without being awaited, and its changes stay in order only as it does not wait before "
    "them; let one task make them in turn"
)


def why_in_order(caller: Function, operation: Operation, evaluator: Evaluator) -> str:
    """Why a coroutine had better not wait at an operation that changes something, in a clause."""
    if any(map(suspends, before(caller.fact, operation))):
        return ""
    return _OVERTAKEN.format(caller.fact.name) if _is_started(caller, evaluator) else ""


def _is_started(caller: Function, evaluator: Evaluator) -> bool:
    """Whether a task is made of it, as far as its name tells: that of a method which it overrides is the same."""
    name, subclasses = caller.fact.name, evaluator.subclasses
    if subclasses.is_mentioned(f"~.{name}"):
        return True
    if caller.fact.owner < 0:
        return subclasses.is_mentioned(f"~{name}")
    cls = evaluator.make.make(Class, caller.module, caller.fact.owner, None)
    related = [*evaluator.ancestry.of(cls), *subclasses.of(cls)]
    return subclasses.is_mentioned(f"~self.{name}", {each.module.path for each in related if isinstance(each, Class)})
