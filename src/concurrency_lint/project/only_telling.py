"""Calls by whose names one can see that they change nothing: they log, measure or put into words."""

from __future__ import annotations

_LEVELS = ("debug", "info", "warning", "warn", "error", "exception", "critical", "log")
_LOGGING = frozenset({*_LEVELS, *(f"a{each}" for each in _LEVELS)})
_OTHERS = frozenset(
    {
        *("print", "str", "repr", "format", "len", "int", "float", "bool", "round", "type", "isinstance", "getattr"),
        *("time", "perf_counter", "monotonic", "now", "getLogger", "get_logger"),
    }
)


def only_tells(name: str) -> bool:
    """Whether a call of this name does no more than that."""
    return name in _LOGGING or name in _OTHERS
