"""Why a task's work may well take longer than a limit that nobody chose for it, as far as its body shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation, RegionKind
from concurrency_lint.project.celery.repeated_work import PROGRESS, called_name, sets_status, shows_all
from concurrency_lint.project.last_names import method_called
from concurrency_lint.project.regions import stands_in
from concurrency_lint.project.values import Constant, ExternalInstance, Function

if TYPE_CHECKING:
    from concurrency_lint.project.celery.bodies import Body
    from concurrency_lint.project.effects import EffectFinder
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.sites import Effects

_PROCESSES = "subprocess"
_QUICK = ("cpu", "metadata")
_WAITING = "timeout"
_BY_NAME = ("import_string", "import_module", "call_command", "load_entry_point")
_EXECUTING = ("execute", "executemany", "executescript", "callproc")
_CURSOR = "Cursor"
_SIGNALLING = ("send", "send_robust")
_SIGNAL = ".Signal"
_DEEPEST = 2
_NEAR = 1
_WRITING = ("delete", "save", "create", "update_or_create", "get_or_create", "render", "generate")
_PAYING = frozenset({"charge", "payment", "payments", "payout", "refund", "refunds"})
_AS_MUCH_AS_THERE_IS = frozenset(
    {
        *("all", "archive", "backup", "batch", "bulk", "clone", "copy", "crawl", "dump", "export", "generate"),
        *("harvest", "import", "migrate", "multiexport", "pdf", "rebuild", "reindex", "render", "restore", "scan"),
        *("shred", "sync", "synch", "synchronize", "upsert", "vacuum"),
    }
)


def why_long(body: Body, effects: EffectFinder, evaluator: Evaluator, seconds: float) -> str:
    """What the work does that may take longer than so many seconds, in a clause; empty where nothing is seen."""
    inner = [evaluator.make.make(Function, body.module, index, None) for index in body.inner]
    for function in inner:
        for operation in function.fact.operations:
            if operation.deed is not Deed.CALL:
                continue
            done = effects.of(function, operation)
            if any(hit.entry.kind == _PROCESSES for hit in done.hits):
                return "it waits for another process"
            call = body.facts.references[operation.reference]
            method = method_called(body.module, operation.reference)
            if method is not None and method.name == PROGRESS:
                return "it reports its progress, as long work does"
            if isinstance(call, model.Call) and (wait := _longest_wait(evaluator, function, call)) >= seconds:
                return f"it gives a call {wait:g} seconds"
            each = stands_in(function.fact, operation.region, RegionKind.LOOP)
            if each and (_is_work(done) or called_name(function, operation) in _WRITING):
                return "it works in a loop, which may have any number of turns"
    return ""


def why_any_length(body: Body, effects: EffectFinder, evaluator: Evaluator) -> str:
    """Why nothing can be said of how long the work takes, in a clause; empty where it is like the usual task's."""
    word = next((each for each in body.function.fact.name.split("_") if each in _AS_MUCH_AS_THERE_IS), "")
    if word and not shows_all(body, effects):
        return f"its name says `{word}`, and such work takes longer the more there is"
    current = [evaluator.make.make(Function, body.module, index, None) for index in body.inner]
    met = set(current)
    for depth in range(_DEEPEST + 1):
        following = []
        for function in current:
            for operation in function.fact.operations:
                if depth <= _NEAR and sets_status(function, operation):
                    return "it keeps a status, which would go on saying that it is at work when its time is up"
                if operation.deed is not Deed.CALL:
                    continue
                if (name := called_name(function, operation)) in _BY_NAME:
                    return f"`{name}` finds what it works with, which may do anything"
                if depth <= _NEAR and not _PAYING.isdisjoint(name.split("_")):
                    return f"its time may be up in the middle of `{name}`"
                done = effects.of(function, operation)
                if any(_is_own_statement(hit.name) for hit in done.hits):
                    return "it runs SQL of its own, which takes as long as there are rows for it"
                if name in _SIGNALLING and _is_a_signal(evaluator, function, operation):
                    return "it sends a signal, and what is done on that may take any time"
                new = [run for run in done.runs if run not in met]
                met.update(new)
                following += new
        current = following
    return ""


def _is_own_statement(name: str) -> bool:
    """Whether a library's method runs the text that it is given: `cursor.execute`, by the database's interface."""
    owner, _, method = name.rpartition(".")
    return method in _EXECUTING and _CURSOR in owner.rpartition(".")[2]


def _is_a_signal(evaluator: Evaluator, function: Function, operation: Operation) -> bool:
    """Whether what is called is a method of an object whose class is named after signals."""
    method = method_called(function.module, operation.reference)
    if method is None:
        return False
    values = evaluator.values(function.module, method.base, function.frame)
    return any(isinstance(value, ExternalInstance) and value.name.endswith(_SIGNAL) for value in values)


def _longest_wait(evaluator: Evaluator, function: Function, call: model.Call) -> float:
    places = [place for name, place in call.keywords if name == _WAITING]
    values = (value for place in places for value in evaluator.values(function.module, place, function.frame))
    numbers = [value.value for value in values if isinstance(value, Constant)]
    return max((number for number in numbers if isinstance(number, (int, float))), default=0)


def _is_work(effects: Effects) -> bool:
    """Whether a call runs functions of the project, or waits for something."""
    return bool(effects.runs) or any(hit.entry.kind not in _QUICK for hit in effects.hits)
