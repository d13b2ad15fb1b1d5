"""Branches that a call rules out: `if sync:` is dead where the call passes `sync=False`."""

from __future__ import annotations

from concurrency_lint.facts import model
from concurrency_lint.facts.model import FunctionFact, RegionKind
from concurrency_lint.project.frames import Frame
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.values import (
    ANYTHING,
    Constant,
    Value,
)

_ON_TRUTH = (RegionKind.TRUTHY, RegionKind.FALSY)
_SWITCHED = (*_ON_TRUTH, RegionKind.NONE, RegionKind.NOT_NONE)


def reached(module: LinkedModule, fact: FunctionFact, region: int, frame: Frame | None) -> bool:
    """Whether a region of a function can be reached when it is called with `frame`."""
    while region >= 0 and frame is not None:
        entered = fact.regions[region]
        if entered.kind in _SWITCHED:
            subject = module.facts.references[entered.subject]
            if isinstance(subject, model.Parameter):
                values = frame.find(module, subject.function, subject.position)
                if values and not any(_may(entered.kind, value) for value in values):
                    return False
        region = entered.parent
    return True


def _may(kind: RegionKind, value: Value) -> bool:
    """Whether a branch of this kind can be taken with this value; objects count as true."""
    if value is ANYTHING:
        return True
    if not isinstance(value, Constant):
        return kind in (RegionKind.TRUTHY, RegionKind.NOT_NONE)
    if kind in _ON_TRUTH:
        if value.value is None and value.kind != "NoneType":
            return True
        return bool(value.value) is (kind is RegionKind.TRUTHY)
    return (value.kind == "NoneType") is (kind is RegionKind.NONE)
