"""Records that hold functions: what a call of a dataclass gives to its fields that are annotated as callables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts.model import Binary, Declared, Item
from concurrency_lint.project.values import Bound, Class, Function, Instance, Partial, Values

if TYPE_CHECKING:
    from concurrency_lint.project.arguments import Arguments
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.frames import Frame
    from concurrency_lint.project.modules import LinkedModule

_DEEPEST = 3
_MOST_KEPT = 4


class Records:
    """Frames of constructors that nobody wrote: they bind fields, by position, in place of parameters."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._callables: dict[Class, dict[str, int]] = {}

    def frame(self, cls: Class, arguments: Arguments) -> Frame | None:
        """What a call gives to the fields that hold functions; None where there are none."""
        bindings = []
        for name, position in self._fields(cls).items():
            given = arguments.get(position, name) or ()
            functions = tuple(v for v in given if isinstance(v, (Function, Bound, Partial)) and v.depth < _DEEPEST)
            if functions and len(functions) <= _MOST_KEPT:
                bindings.append((position, functions))
        return self._evaluator.make.frame(cls.module, _place(cls), tuple(bindings), None)

    def field(self, holder: Instance, name: str) -> Values:
        """What such a field of an object holds; empty where nothing is known of it."""
        if holder.frame is None:
            return ()
        position = self._fields(holder.cls).get(name)
        return () if position is None else holder.frame.find(holder.cls.module, _place(holder.cls), position) or ()

    def _fields(self, cls: Class) -> dict[str, int]:
        found = self._callables.get(cls)
        if found is None:
            found = self._callables[cls] = dict(self._found(cls))
        return found

    def _found(self, cls: Class) -> list[tuple[str, int]]:
        references = cls.module.facts.references
        return [
            (name, position)
            for position, name in enumerate(cls.fact.fields)
            for index in cls.fact.members.get(name, ())
            if isinstance(field := references[index], Declared) and self._is_callable(cls.module, field.annotation)
        ]

    def _is_callable(self, module: LinkedModule, annotation: int) -> bool:
        reference = module.facts.references[annotation]
        if isinstance(reference, Binary):
            return self._is_callable(module, reference.left) or self._is_callable(module, reference.right)
        means = self._evaluator.annotations.means(module, annotation)
        if means == "optional" and isinstance(reference, Item):
            return self._is_callable(module, reference.index)
        return means == "callable"


def _place(cls: Class) -> int:
    """What stands for the constructor's index: no function has it."""
    return -1 - cls.index
