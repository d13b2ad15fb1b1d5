"""Calls that no parentheses show: special methods of operators, `with`, `for`, truth tests and f-strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts.model import SLICING, Deed
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.sites import Effects, Hit
from concurrency_lint.project.values import (
    Bound,
    External,
    ExternalInstance,
    Instance,
    Pending,
    Running,
    Value,
    Values,
    known,
)

if TYPE_CHECKING:
    from concurrency_lint.project.effects import EffectFinder
    from concurrency_lint.project.evaluate import Evaluator


class ImplicitCalls:
    """Adds the effects of special methods."""

    def __init__(self, evaluator: Evaluator, finder: EffectFinder) -> None:
        self._evaluator, self._finder = evaluator, finder

    def run(self, value: Value, alternatives: tuple[tuple[str, ...], ...], effects: Effects, deed: Deed | None) -> None:
        """Run the first alternative that `value` defines: `__bool__`, or else `__len__`."""
        evaluator = self._evaluator
        if isinstance(value, Running):
            if (value.kind, deed) in (("generator", Deed.ITERATE), ("context", Deed.ENTER)):
                effects.runs.append(value.function)
            return
        if isinstance(value, Pending):
            moment = {Deed.ITERATE: "iterate", Deed.ENTER: "enter"}.get(deed) if deed is not None else None
            if moment == value.entry.on:
                effects.hits.append(Hit(value.name, value.entry, None))
            return
        if not isinstance(value, (Instance, ExternalInstance)):
            return
        nothing = Arguments(evaluator, complete=False)
        for methods in alternatives:
            callees = [(method, callee) for method in methods for callee in evaluator.members.special(value, method)]
            for method, callee in callees:
                self._finder.run(callee, nothing, effects)
                if method in ("__iter__", "__await__"):
                    self._iterate_result(evaluator.invocation.result(callee, nothing), effects)
            if callees:
                return
        if alternatives == _SLICED and isinstance(value, Instance):
            self._slice(value, effects)

    def _slice(self, value: Instance, effects: Effects) -> None:
        """`value[a:b]`: code of the project's own; a library's query is only narrowed by it."""
        for callee in self._evaluator.members.special(value, "__getitem__"):
            if not isinstance(callee, Bound) or not isinstance(callee.function, External):
                self._finder.run(callee, Arguments(self._evaluator, complete=False), effects)

    def _iterate_result(self, iterators: Values, effects: Effects) -> None:
        """Iterating runs the generator that `__iter__` is, or the `__next__` of what it returns."""
        nothing = Arguments(self._evaluator, complete=False)
        for iterator in known(iterators):
            if isinstance(iterator, Running) and iterator.kind == "generator":
                effects.runs.append(iterator.function)
            elif isinstance(iterator, (Instance, ExternalInstance)):
                for step in self._evaluator.members.special(iterator, "__next__"):
                    self._finder.run(step, nothing, effects)


_SLICED = ((SLICING,),)
SPECIAL_METHODS: dict[Deed, tuple[tuple[str, ...], ...]] = {
    Deed.ENTER: (("__enter__", "__exit__"),),
    Deed.ITERATE: (("__iter__",), ("__getitem__",)),
    Deed.TRUTH: (("__bool__",), ("__len__",)),
    Deed.STRING: (("__format__",), ("__str__",), ("__repr__",)),
    Deed.AWAIT: (("__await__",),),
    Deed.ITERATE_ASYNC: (("__aiter__",),),
}
PERFORMED: dict[str, tuple[tuple[str, ...], ...]] = {
    "iterate": SPECIAL_METHODS[Deed.ITERATE],
    "length": (("__len__",),),
    "truth": SPECIAL_METHODS[Deed.TRUTH],
    "string": (("__str__",), ("__repr__",)),
    "enter": SPECIAL_METHODS[Deed.ENTER],
    "next": (("__next__",),),
    "await": SPECIAL_METHODS[Deed.AWAIT],
}
PERFORMED_DEEDS = {"iterate": Deed.ITERATE, "next": Deed.ITERATE, "enter": Deed.ENTER}
