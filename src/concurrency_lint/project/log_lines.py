"""Calls by which code tells a log: known by their names, whatever class the log is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.last_names import called_name

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.values import Function

IN_ORDER = "the lines of a log stand in the order in which they are told, which threads do not keep; mend the log"
_TELLING = frozenset(
    {
        *("critical", "debug", "error", "exception", "fatal", "info", "log", "print", "success", "trace", "warn"),
        *("warning", "_log"),
    }
)
_BEGINNINGS = ("log_", "_log_")


def tells_a_log(function: Function, operation: Operation) -> bool:
    """Whether an operation calls what is named as the methods of logs are."""
    name = called_name(function, operation)
    return name in _TELLING or name.startswith(_BEGINNINGS)
