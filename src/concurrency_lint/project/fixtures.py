"""Fixtures of pytest: what a parameter of a test, or of another fixture, receives by its name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import FunctionFact
from concurrency_lint.project.values import Class, Function, Values

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule


class Fixtures:
    """Finds fixtures in the class of a test, in its module, and in each `conftest.py` above it."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator

    def value(self, module: LinkedModule, fact: FunctionFact, name: str) -> Values:
        """What the fixture of this name provides to a function; nothing where it takes none."""
        if not module.is_test or not (fact.name.startswith("test") or self._is_fixture(module, fact)):
            return ()
        for place, index in self._named(module, fact, name):
            reference = place.facts.references[index]
            if isinstance(reference, model.FunctionHere):
                function = place.facts.functions[reference.function]
                if function is not fact and self._is_fixture(place, function):
                    provider = self._evaluator.make.make(Function, place, reference.function, None)
                    return self._evaluator.parameters.provided((provider,))
        return ()

    def _is_fixture(self, module: LinkedModule, fact: FunctionFact) -> bool:
        return any(self._evaluator.decorators.effect(module, index) == "fixture" for index in fact.decorators)

    def _named(self, module: LinkedModule, fact: FunctionFact, name: str) -> Iterator[tuple[LinkedModule, int]]:
        """What goes by this name, nearest first."""
        if fact.owner >= 0:
            evaluator = self._evaluator
            for cls in evaluator.ancestry.of(evaluator.make.make(Class, module, fact.owner, None)):
                if isinstance(cls, Class):
                    yield from ((cls.module, index) for index in cls.fact.members.get(name, ()))
        for place in self._modules(module):
            yield from ((place, index) for index in place.facts.scopes[0].bindings.get(name, ()))

    def _modules(self, module: LinkedModule) -> list[LinkedModule]:
        found = [module]
        folder = module.folder
        while True:
            conftest = os.path.join(folder, "conftest.py")
            if conftest != module.path and os.path.exists(conftest):
                linked = self._evaluator.modules.at(conftest)
                if linked is not None:
                    found.append(linked)
            parent = os.path.dirname(folder)
            if parent == folder or os.path.exists(os.path.join(folder, "pyproject.toml")):
                return found
            folder = parent
