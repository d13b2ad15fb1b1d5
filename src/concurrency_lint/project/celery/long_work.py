"""Why a task's work may well take longer than a limit that nobody chose for it, as far as its body shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, RegionKind
from concurrency_lint.project.regions import stands_in
from concurrency_lint.project.values import Constant, Function

if TYPE_CHECKING:
    from concurrency_lint.project.celery.bodies import Body
    from concurrency_lint.project.effects import EffectFinder
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.sites import Effects

_PROGRESS = "update_state"
_PROCESSES = "subprocess"
_QUICK = ("cpu", "metadata")
_WAITING = "timeout"


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
            called = body.facts.references[call.function] if isinstance(call, model.Call) else None
            if isinstance(called, model.Attribute) and called.name == _PROGRESS:
                return "it reports its progress, as long work does"
            if isinstance(call, model.Call) and (wait := _longest_wait(evaluator, function, call)) >= seconds:
                return f"it gives a call {wait:g} seconds"
            if stands_in(function.fact, operation.region, RegionKind.LOOP) and _is_work(done):
                return "it works in a loop, which may have any number of turns"
    return ""


def _longest_wait(evaluator: Evaluator, function: Function, call: model.Call) -> float:
    places = [place for name, place in call.keywords if name == _WAITING]
    values = (value for place in places for value in evaluator.values(function.module, place, function.frame))
    numbers = [value.value for value in values if isinstance(value, Constant)]
    return max((number for number in numbers if isinstance(number, (int, float))), default=0)


def _is_work(effects: Effects) -> bool:
    """Whether a call runs functions of the project, or waits for something."""
    return bool(effects.runs) or any(hit.entry.kind not in _QUICK for hit in effects.hits)
