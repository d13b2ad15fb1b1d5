"""What a transaction takes out, or marks as done, with what it sends: the only record that it is still to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.last_names import called_name, words_of
from concurrency_lint.project.regions import regions_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.values import Function

_TAKING_OUT = frozenset({"adelete", "delete", "destroy", "purge"})
_QUEUE = "skip_locked"
"""Rows that are locked so are a queue: what is done with each, in the same transaction, takes it off that."""
_UPDATING = ("update", "aupdate")
_DONE = frozenset(
    {
        *("delivered", "dispatched", "done", "enqueued", "handled", "notified", "processed", "published", "queued"),
        *("scheduled", "sent", "submitted", "triggered"),
    }
)


def taken_out_with(function: Function, around: int | None) -> str:
    """What a function takes out or marks in a transaction: that of its block `around`, or of all of it."""
    for operation in function.fact.operations:
        if around is None or around in regions_around(function.fact, operation.region):
            name = called_name(function, operation) if operation.deed is Deed.CALL else ""
            if not _TAKING_OUT.isdisjoint(words_of(name)) or _locks_a_queue(function, operation):
                return name
            for marked in _marked(function, operation):
                if not _DONE.isdisjoint(words_of(marked)):
                    return marked
    return ""


def _locks_a_queue(function: Function, operation: Operation) -> bool:
    call = function.module.facts.references[operation.reference]
    return isinstance(call, model.Call) and any(name == _QUEUE for name, _ in call.keywords)


def _marked(function: Function, operation: Operation) -> Iterator[str]:
    """The attributes that an operation sets: `row.sent = True`, `rows.update(sent=True)`."""
    reference = function.module.facts.references[operation.reference]
    if operation.deed is Deed.WRITE and isinstance(reference, model.Attribute):
        yield reference.name
    elif isinstance(reference, model.Call) and called_name(function, operation) in _UPDATING:
        yield from (name for name, _ in reference.keywords)
