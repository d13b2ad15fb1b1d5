"""What the names of calls tell of where they belong, whatever classes they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.last_names import called_name, last_name

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.values import Function

IN_ORDER = "the lines of a log stand in the order in which they are told, which threads do not keep; mend the log"
_TELLING = frozenset(
    {
        *("critical", "debug", "error", "exception", "fatal", "info", "log", "print", "success", "trace", "warn"),
        *("warning", "_log"),
    }
)
_BEGINNINGS = ("log_", "_log_")
_MAYBE_AWAITING = ("maybe_", "ensure_", "await_")
"""How functions that await what is awaitable, and give back what is not, are called."""


def tells_a_log(function: Function, operation: Operation) -> bool:
    """Whether an operation calls what is named as the methods of logs are."""
    name = called_name(function, operation)
    return name in _TELLING or name.startswith(_BEGINNINGS)


def maybe_awaited(module: LinkedModule) -> frozenset[int]:
    """The references of a module that go to functions which await what is awaitable."""
    return frozenset(
        argument
        for each in module.facts.references
        if type(each) is model.Call and last_name(module, each.function).startswith(_MAYBE_AWAITING)
        for argument in each.arguments
    )
