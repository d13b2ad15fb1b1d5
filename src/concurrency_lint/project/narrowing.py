"""What `isinstance` tells of a value of which nothing else is known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.subclasses import MOST_SUBCLASSES
from concurrency_lint.project.values import UNKNOWN_VALUES, Class, External, Values, union

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_MANY = 5


class Narrowing:
    """Reads `isinstance(value, classes)` where it holds."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._asked: dict[LinkedModule, Counter[int]] = {}

    def of_unknown(self, module: LinkedModule, narrowed: model.Narrowed, classes: list[Class | External]) -> Values:
        """What a value may be that is known by this alone.

        Where a parameter is asked for many classes, as encoders do, no class of a library tells what one call passes;
        and a class from which very many derive says nothing of which of them it is.
        """
        many = self._is_of_many(module, narrowed)
        return union(*[self._one(cls) for cls in classes if isinstance(cls, Class) or not many]) or UNKNOWN_VALUES

    def _one(self, cls: Class | External) -> Values:
        if isinstance(cls, Class) and len(self._evaluator.subclasses.of(cls)) > MOST_SUBCLASSES:
            return (self._evaluator.instance(cls, exact=True),)
        return self._evaluator.annotations.named(cls)

    def _is_of_many(self, module: LinkedModule, narrowed: model.Narrowed) -> bool:
        asked = self._asked.get(module)
        if asked is None:
            references = module.facts.references
            holding = (each for each in references if type(each) is model.Narrowed and each.holds)
            asked = self._asked[module] = Counter(_narrowed_first(module, each) for each in holding)
        first = _narrowed_first(module, narrowed)
        return asked[first] >= _MANY and isinstance(module.facts.references[first], model.Parameter)


def _narrowed_first(module: LinkedModule, narrowed: model.Narrowed) -> int:
    """What a chain of `isinstance` asks of."""
    index = narrowed.base
    while isinstance(before := module.facts.references[index], model.Narrowed):
        index = before.base
    return index
