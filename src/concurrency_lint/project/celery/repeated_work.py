"""Why a task had better not be begun again: what it has done by then it would do twice."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation, RegionKind
from concurrency_lint.project.last_names import last_name, method_called
from concurrency_lint.project.regions import stands_in
from concurrency_lint.project.values import Bound, External, Function

if TYPE_CHECKING:
    from concurrency_lint.project.celery.bodies import Body
    from concurrency_lint.project.effects import EffectFinder

_DEEPEST = 4
_DEEDS = frozenset({"charge", "email", "mail", "notify", "pay", "payout", "refund", "sms"})
_SENDING = frozenset({"deliver", "enqueue", "push", "queue", "resend", "send", "trigger"})
_SENT_THINGS = (
    *("email", "invitation", "invoice", "mail", "message", "newsletter", "notification", "payment", "reminder"),
    *("sms", "ticket", "voucher", "webhook"),
)
_SENT = frozenset({*_SENT_THINGS, *(f"{each}s" for each in _SENT_THINGS)})
_WRITING_METHODS = (".post", ".put", ".patch")
_ON_TASKS = ("delay", "apply_async", "apply", "s", "si", "delay_on_commit", "apply_async_on_commit")
_SENDS = ("delay", "apply_async", "delay_on_commit", "apply_async_on_commit", "send_task")
_GUARDED = "it keeps a status, by which another attempt may find nothing to do; decide from which it goes on"
_BY_NAME = ("call_command",)
_MAKING = frozenset(
    {"add", "append", "clone", "copy", "create", "duplicate", "increment", "insert", "shred", "transmit"}
)
_SCHEDULING = frozenset({"scheduler", "monitor"})
PROGRESS = "update_state"
_CREATING = ("create", "acreate", "bulk_create")
_MORE = "it creates records, and begun again creates more; look for those that are there"
_STATUS = ("status", "state", "in_flight", "inflight")
_OWN = 1
"""How far down the task's own work goes: what stands further down is seldom only for this task."""


def why_not_again(body: Body, effects: EffectFinder) -> str:
    """Why the work had better not be begun again, in a clause; empty where nothing is seen."""
    words = [] if shows_all(body, effects) else body.function.fact.name.strip("_").split("_")
    if words and words[0] in _MAKING:
        return f"its name says `{words[0]}`, and twice that may be one too many; make sure that it does it once"
    if words and words[-1] in _SCHEDULING:
        return f"its name says `{words[-1]}`, which runs again soon anyway; decide whether that is soon enough"
    make = effects.evaluator.make.make
    start = make(Function, body.module, body.function.index, None)
    waiting = deque([(start, False, 0)])
    met = {(start, False)}
    while waiting:
        function, repeated, depth = waiting.popleft()
        for operation in function.fact.operations:
            if operation.deed is not Deed.CALL:
                if depth <= _OWN and sets_status(function, operation):
                    return _GUARDED
                continue
            each = repeated or stands_in(function.fact, operation.region, RegionKind.LOOP)
            done = effects.of(function, operation)
            name = called_name(function, operation)
            if name in _BY_NAME and not _is_constant(function, operation):
                return f"`{name}` runs whatever it is told, which may not be meant to run twice; decide that by hand"
            if depth == 0 and name.partition("_")[0] in _MAKING and "_" in name:
                return f"it calls `{name}`, and begun again does that again; look for what is there"
            posts = any(hit.name.endswith(_WRITING_METHODS) for hit in done.hits)
            if each and (posts or _cannot_be_taken_back(name)):
                return f"it calls `{name}` for each of many, and begun again it does that again; make each a task"
            if any(hit.name.rpartition(".")[2] in _CREATING for hit in done.hits):
                return _MORE
            if depth <= _OWN and (what := _left_behind(function, operation)):
                return what
            for run in (*done.runs, *done.starts):
                if depth < _DEEPEST and (run, each) not in met:
                    met.add((run, each))
                    waiting.append((run, each, depth + 1))
    return ""


def shows_all(body: Body, effects: EffectFinder) -> bool:
    """Whether a body calls nothing but what is known of libraries: then its name need not be asked."""
    evaluator = effects.evaluator
    for index in body.inner:
        for operation in body.facts.functions[index].operations:
            call = body.facts.references[operation.reference]
            if operation.deed is not Deed.CALL or not isinstance(call, model.Call):
                continue
            for callee in evaluator.values(body.module, call.function, None):
                library = callee.function if isinstance(callee, Bound) else callee
                if not isinstance(library, External) or not evaluator.catalogue.knows_library(library.name):
                    return False
    return True


def _left_behind(function: Function, operation: Operation) -> str:
    """What a call does that the next attempt would come across, in a clause."""
    call = function.module.facts.references[operation.reference]
    method = method_called(function.module, operation.reference)
    told = method is not None and method.name == PROGRESS
    if isinstance(call, model.Call) and not told and any(name.endswith(_STATUS) for name, _ in call.keywords):
        return _GUARDED
    if method is None:
        return ""
    if method.name in _SENDS:
        return f"it sends `{called_name(function, operation)}`, and begun again sends that again; see whether it may"
    return _MORE if method.name in _CREATING else ""


def sets_status(function: Function, operation: Operation) -> bool:
    """Whether an operation notes how far the work has come, in an attribute."""
    written = function.module.facts.references[operation.reference]
    return operation.deed is Deed.WRITE and isinstance(written, model.Attribute) and written.name.endswith(_STATUS)


def called_name(function: Function, operation: Operation) -> str:
    """The last name of what is called; of a task that is sent, the task's."""
    references = function.module.facts.references
    call = references[operation.reference]
    if not isinstance(call, model.Call):
        return ""
    called = call.function
    method = method_called(function.module, operation.reference)
    if method is not None and method.name in _ON_TASKS:
        called = method.base
        signature = references[called]
        called = signature.function if isinstance(signature, model.Call) else called
    return last_name(function.module, called)


def _cannot_be_taken_back(name: str) -> bool:
    first, *rest = name.strip("_").lower().split("_")
    return (first in _DEEDS and not rest) or (first in _SENDING and not _SENT.isdisjoint(rest)) or first == "notify"


def _is_constant(function: Function, operation: Operation) -> bool:
    """Whether what a call is told first is written there."""
    references = function.module.facts.references
    call = references[operation.reference]
    first = call.arguments[0] if isinstance(call, model.Call) and call.arguments else 0
    return isinstance(references[first], model.Const)
