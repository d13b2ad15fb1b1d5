"""What a coroutine does with a shared thing in one step, by the names of what it calls: an `await` would part that."""

from __future__ import annotations

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation, RegionKind
from concurrency_lint.project.interleaving import CHANGING_SPECIALS, is_shared
from concurrency_lint.project.last_names import called_name, method_called
from concurrency_lint.project.roots import is_guarded, roots, written
from concurrency_lint.project.sequence import after, until_one_waits
from concurrency_lint.project.values import Function

_READING = ("read", "load", "fetch", "get")
_WRITING = ("write", "save", "store", "dump", "persist", "set", "update")
_ENDING = frozenset(
    {
        *("clean", "cleanup", "close", "delete", "disconnect", "drop", "kill", "release", "remove", "retire", "rmtree"),
        *("shutdown", "stop", "terminate", "unlink"),
    }
)
_TAKING_OUT = ("pop", "popitem", "remove", "discard", "clear")
_WRITTEN_BACK = "`{}` and `{}` are one step, which other code could come between; do both in one function"
_ENDED = "what it ends is still in `{}` meanwhile, where other code finds it; take it out first"


def why_one_step(caller: Function, operation: Operation, *, of_library: bool) -> str:
    """Why a call and what stands near it had better stay one step, in a clause; empty where nothing is seen.

    The functions `of_library` are named for what they do, and not for what they do it with: `read_text`.
    """
    if is_guarded(caller, operation, RegionKind.ASYNC_WITH):
        return ""
    return ("" if of_library else _read_and_written(caller, operation)) or _ended(caller, operation)


def _read_and_written(caller: Function, operation: Operation) -> str:
    """Whether a call reads a thing that another one writes: `_read_record`, and `_write_record`."""
    own = called_name(caller, operation)
    kind, thing = _verb(own)
    opposite = {"read": "written", "written": "read"}.get(kind, "")
    if not opposite or not thing:
        return ""
    for other in caller.fact.operations:
        name = called_name(caller, other)
        if name != own and _verb(name) == (opposite, thing):
            return _WRITTEN_BACK.format(own, name)
    return ""


def _ended(caller: Function, operation: Operation) -> str:
    """The shared thing in which the coroutine still has what a call ends: it takes that out afterwards."""
    if not _ENDING.intersection(called_name(caller, operation).strip("_").split("_")[:1]):
        return ""
    references, module = caller.module.facts.references, caller.module
    receiver = method_called(module, operation.reference)
    for each in until_one_waits(after(caller.fact, operation)):
        method = method_called(module, each.reference)
        place = method.base if method is not None and method.name in _TAKING_OUT else 0
        if each.deed is Deed.SPECIAL and each.method in CHANGING_SPECIALS:
            place = each.reference
        if each.deed is Deed.WRITE and receiver is not None and each.reference == receiver.base:
            place = each.reference
        if place and any(map(is_shared, roots(module, place))) and not isinstance(references[place], model.Call):
            return _ENDED.format(written(module, place))
    return ""


def _verb(name: str) -> tuple[str, str]:
    """Whether a name says that something is read or written, and what."""
    first, _, thing = name.strip("_").partition("_")
    return ("read" if first in _READING else "written" if first in _WRITING else ""), thing
