"""Expressions in their place: a reference of a module, with what the parameters around it hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.values import ModuleValue


class Expression(NamedTuple):
    """A reference of a module, with what the parameters around it hold."""

    module: LinkedModule
    index: int  # type: ignore[assignment] # `tuple.index` is not called
    bindings: Bindings | None = None

    @property
    def reference(self) -> model.AnyReference:
        return self.module.facts.references[self.index]


class ProjectModule(NamedTuple):
    """A module or package of the project."""

    value: ModuleValue


class Library(NamedTuple):
    """A library's name, canonical."""

    name: str


Origin = Expression | ProjectModule | Library


class Passed(NamedTuple):
    """What `**keywords` of a call hold: names with their values; not `complete` where there may be others."""

    keywords: tuple[tuple[str, Expression], ...]
    complete: bool


class Bindings(NamedTuple):
    """What the parameters of one call of a project function hold."""

    module: LinkedModule
    function: int
    values: tuple[tuple[int, Expression | Passed | tuple[Expression, ...]], ...]
    outer: Bindings | None

    def find(
        self, module: LinkedModule, parameter: model.Parameter
    ) -> Expression | Passed | tuple[Expression, ...] | None:
        """What a parameter of this call, or of one around it, holds."""
        found: Bindings | None = self
        while found is not None:
            if found.module is module and found.function == parameter.function:
                return dict(found.values).get(parameter.position)
            found = found.outer
        return None


def function_at(module: LinkedModule, index: int) -> Expression:
    """The expression that stands for a function of a module."""
    for number, reference in enumerate(module.facts.references):
        if isinstance(reference, model.FunctionHere) and reference.function == index:
            return Expression(module, number)
    return Expression(module, model.UNKNOWN)
