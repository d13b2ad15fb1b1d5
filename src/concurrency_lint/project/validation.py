"""Validators that a web framework runs on the loop, before it calls the handler that wants their objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, FunctionFact, Operation
from concurrency_lint.project.injection import markers
from concurrency_lint.project.values import Class, Container, Function, Instance, Values

if TYPE_CHECKING:
    from concurrency_lint.project.construction import Construction
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_DEEPEST = 3
"""How deeply the models of a request are nested, as far as they are followed."""


class Validation:
    """Knows what making the objects that a handler's parameters are annotated with runs."""

    def __init__(self, evaluator: Evaluator, construction: Construction) -> None:
        self._evaluator, self._construction = evaluator, construction

    def runs(self, module: LinkedModule, fact: FunctionFact) -> list[Function]:
        """The validators of a handler's parameters."""
        found: dict[Function, None] = {}
        for parameter in fact.parameters:
            # What a marker stands for is made by somebody else.
            if parameter.annotation and not any(markers(self._evaluator, module, parameter)):
                instances = self._evaluator.annotations.instances(module, parameter.annotation)
                found.update(dict.fromkeys(self._of(instances, 0)))
        return list(found)

    def registration(self, module: LinkedModule, fact: FunctionFact, decorator: int) -> Operation | None:
        """The call that registers the handler."""
        for operation in module.facts.functions[fact.enclosing].operations:
            if operation.deed is Deed.CALL and operation.reference == decorator:
                return operation
        return None

    def _of(self, values: Values, depth: int) -> Iterator[Function]:
        for value in values:
            if isinstance(value, Container):
                yield from self._of(value.elements, depth)
            elif isinstance(value, Instance) and depth < _DEEPEST and self._construction.is_validated(value.cls):
                yield from self._construction.methods(value.cls)
                yield from self._of_fields(value.cls, depth + 1)

    def _of_fields(self, cls: Class, depth: int) -> Iterator[Function]:
        for name in cls.fact.fields:
            for index in cls.fact.members.get(name, ()):
                reference = cls.module.facts.references[index]
                if isinstance(reference, model.Declared):
                    instances = self._evaluator.annotations.instances(cls.module, reference.annotation)
                    yield from self._of(instances, depth)
