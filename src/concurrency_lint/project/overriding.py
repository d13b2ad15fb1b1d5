"""Methods of `self` that an overriding class brings along, where that class also replaces the calling method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.sites import Effects
from concurrency_lint.project.values import Class, Function

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator


def without_strangers(evaluator: Evaluator, function: Function, operation: Operation, effects: Effects) -> Effects:
    """The effects without what runs only for objects of a class that has another method in the function's place."""
    fact = function.fact
    if not any(run.fact.owner >= 0 and run.fact is not fact for run in effects.runs):
        return effects
    references = function.module.facts.references
    call = references[operation.reference]
    method = references[call.function] if isinstance(call, model.Call) else call
    base = references[method.base] if isinstance(method, model.Attribute) else None
    if not isinstance(base, model.Parameter) or base.position != 0:
        return effects
    own = evaluator.make.make(Class, function.module, fact.owner, None)
    kept = [run for run in effects.runs if not _replaces(evaluator, run, own, fact.name)]
    if len(kept) == len(effects.runs):
        return effects
    narrowed = Effects()
    narrowed.hits, narrowed.starts, narrowed.in_greenlet = effects.hits, effects.starts, effects.in_greenlet
    narrowed.runs, narrowed.resolved = kept, effects.resolved
    narrowed.share_lists()
    return narrowed


def _replaces(evaluator: Evaluator, run: Function, own: Class, name: str) -> bool:
    """Whether the class of a method that runs derives from `own` and has a method of that name without `super`."""
    if run.fact.owner < 0:
        return False
    cls = evaluator.make.make(Class, run.module, run.fact.owner, None)
    if cls is own or name not in cls.fact.members or own not in evaluator.ancestry.of(cls):
        return False
    references = run.module.facts.references
    for index in cls.fact.members[name]:
        target = references[index]
        if not isinstance(target, model.FunctionHere):
            return False
        for operation in run.module.facts.functions[target.function].operations:
            call = references[operation.reference]
            if operation.deed is Deed.CALL and getattr(references[getattr(call, "function", 0)], "name", "") == name:
                return False
    return True
