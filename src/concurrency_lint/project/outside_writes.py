"""Attributes that begin as None and are set from outside: `config.client = Client()`, in whatever module it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from concurrency_lint.project.values import (
    Class,
    ExternalInstance,
    Instance,
    ModuleValue,
    Value,
    Values,
    telling,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_MOST_FILES = 8
"""A name that more files assign to some attribute is too common for a search."""


class OutsideWrites:
    """Finds what is assigned to attributes by code that is not theirs."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._known: dict[tuple[Class | LinkedModule, str], Values] = {}
        self._of_libraries: dict[tuple[str, str], Values] = {}

    def to_class(self, cls: Class, name: str) -> Values:
        """What is assigned to the attribute of a class, of its subclasses, or of their objects."""

        def fits(holder: Value) -> bool:
            holds = holder.cls if isinstance(holder, Instance) else holder
            return isinstance(holds, Class) and cls in self._evaluator.ancestry.of(holds)

        return self._found(cls, cls.module, name, fits)

    def to_library(self, holder: str, name: str) -> Values:
        """What the project assigns to an attribute of a library's objects, of this class or of one derived from it."""
        key = (holder, name)
        found = self._of_libraries.get(key)
        if found is None:
            evaluator = self._evaluator
            found = self._of_libraries[key] = telling(
                union(
                    *[
                        evaluator.values(module, assigned, None)
                        for module in evaluator.subclasses.modules_with(f"={name}")
                        if not module.is_test
                        for base, written, assigned in module.facts.attribute_writes
                        if written == name and any(map(self._is_of(holder), evaluator.values(module, base, None)))
                    ]
                )
            )
        return found

    def _is_of(self, holder: str) -> Callable[[Value], bool]:
        catalogue = self._evaluator.catalogue

        def fits(value: Value) -> bool:
            return isinstance(value, ExternalInstance) and holder in (value.name, *catalogue.ancestors(value.name))

        return fits

    def to_module(self, module: LinkedModule, name: str) -> Values:
        """What other modules assign to a variable of a module."""
        return self._found(
            module, module, name, lambda holder: isinstance(holder, ModuleValue) and holder.module is module
        )

    def _found(
        self, owner: Class | LinkedModule, home: LinkedModule, name: str, fits: Callable[[Value], bool]
    ) -> Values:
        found = self._known.get((owner, name))
        if found is None:
            found = telling(
                union(
                    *[
                        self._evaluator.values(module, assigned, None)
                        for module in self._writing(home, name)
                        for base, written, assigned in module.facts.attribute_writes
                        if written == name and any(map(fits, self._evaluator.values(module, base, None)))
                    ]
                )
            )
            if not self._evaluator.in_cycle:
                self._known[(owner, name)] = found
        return found

    def _writing(self, home: LinkedModule, name: str) -> list[LinkedModule]:
        """The module itself, and those others that assign to an attribute of this name; no tests."""
        others = self._evaluator.subclasses.modules_with(f"={name}")
        if len(others) > _MOST_FILES:
            others = []
        return [home, *[module for module in others if module is not home and (home.is_test or not module.is_test)]]
