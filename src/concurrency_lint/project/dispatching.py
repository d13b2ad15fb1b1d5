"""Functions that treat values of many types, as encoders do: none of the types tells what one call passes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from concurrency_lint.facts import model

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule

_MANY = 5


class Dispatching:
    """Counts, for the parameters of modules, of how many classes `isinstance` asks."""

    def __init__(self) -> None:
        self._asked: dict[LinkedModule, Counter[int]] = {}

    def is_of_many(self, module: LinkedModule, narrowed: model.Narrowed) -> bool:
        """Whether what is narrowed is a parameter that is asked for many classes."""
        asked = self._asked.get(module)
        if asked is None:
            references = module.facts.references
            found = (each for each in references if type(each) is model.Narrowed and each.holds)
            asked = self._asked[module] = Counter(_narrowed_first(module, each) for each in found)
        first = _narrowed_first(module, narrowed)
        return asked[first] >= _MANY and isinstance(module.facts.references[first], model.Parameter)


def _narrowed_first(module: LinkedModule, narrowed: model.Narrowed) -> int:
    """What a chain of `isinstance` asks of."""
    index = narrowed.base
    while isinstance(before := module.facts.references[index], model.Narrowed):
        index = before.base
    return index
