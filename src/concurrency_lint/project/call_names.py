"""What the names of calls tell of what they do and where they belong, whatever classes they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.last_names import called_name, last_name

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.values import Function

IN_ORDER = "the lines of a log stand in the order in which they are told, which threads do not keep; mend the log"
_LEVELS = ("debug", "info", "warning", "warn", "error", "exception", "critical", "log")
_TELLING = frozenset({*_LEVELS, "fatal", "print", "success", "trace", "_log"})
_CHANGING_NOTHING = frozenset(
    {
        *(*_LEVELS, *(f"a{each}" for each in _LEVELS)),
        *("print", "str", "repr", "format", "len", "int", "float", "bool", "round", "type", "isinstance", "getattr"),
        *("time", "perf_counter", "monotonic", "now", "getLogger", "get_logger"),
    }
)
_BEGINNINGS = ("log_", "_log_")
_MAYBE_AWAITING = ("maybe_", "ensure_", "await_")
"""How functions that await what is awaitable, and give back what is not, are called."""


def only_tells(name: str) -> bool:
    """Whether a call of this name changes nothing, as one can see by it: it logs, measures or puts into words."""
    return name in _CHANGING_NOTHING


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
