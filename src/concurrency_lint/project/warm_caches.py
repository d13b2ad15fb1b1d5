"""Cached functions that their own module calls when it is imported: by the time a loop runs, they answer at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.values import Function

if TYPE_CHECKING:
    from concurrency_lint.project.effects import EffectFinder
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_DEEPEST = 3


class WarmCaches:
    """Which `functools.cache`d functions have been called before any coroutine runs."""

    def __init__(self, evaluator: Evaluator, effects: EffectFinder) -> None:
        self._evaluator, self._effects = evaluator, effects
        self._called: dict[LinkedModule, set[int]] = {}

    def holds(self, function: Function) -> bool:
        """Whether the function's result is in its cache already."""
        module = function.module
        cached = any(
            self._evaluator.decorators.effect(module, decorator) == "cached" for decorator in function.fact.decorators
        )
        if not cached:
            return False
        if module not in self._called:
            self._called[module] = self._called_at_import(module)
        return function.index in self._called[module]

    def _called_at_import(self, module: LinkedModule) -> set[int]:
        found: set[int] = set()
        current = {self._evaluator.make.make(Function, module, 0, None)}
        for _ in range(_DEEPEST):
            following = set()
            for function in current:
                for operation in function.fact.operations:
                    for run in self._effects.of(function, operation).runs:
                        if run.module is module and run.index not in found:
                            found.add(run.index)
                            following.add(run)
            current = following
        return found
