"""Objects of libraries that hold whatever a program puts there, `app.state` for one: who put what is searched for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.values import UNKNOWN_VALUES, Values, telling, union

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.subclasses import FileIndex

_MOST_FILES = 32


class Namespaces:
    """What the project's modules assign to `*.word.name`, for the words by which such objects are reached."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._mentions: Callable[[], FileIndex] | None = None
        self._modules: list[LinkedModule] | None = None
        self._known: dict[tuple[str, str], Values] = {}

    def attach(self, mentions: Callable[[], FileIndex]) -> None:
        """Give it the means to find the files that assign to such objects."""
        self._mentions = mentions

    def of(self, word: str, name: str) -> Values:
        """What `*.word.name` may hold, whoever reads it; unknown where nothing that decides is assigned."""
        key = (word, name)
        found = self._known.get(key)
        if found is None:
            found = telling(self._assigned(word, name)) or UNKNOWN_VALUES
            if not self._evaluator.in_cycle:
                self._known[key] = found
        return found

    def _assigned(self, word: str, name: str) -> Values:
        found: list[Values] = []
        for module in self._writing():
            references = module.facts.references
            for base, written, value in module.facts.attribute_writes:
                holder = references[base]
                if written == name and isinstance(holder, model.Attribute) and holder.name == word:
                    found.append(self._evaluator.values(module, value, None))
        return union(*found)

    def _writing(self) -> list[LinkedModule]:
        """The modules that assign to such objects, without tests."""
        if self._modules is None:
            paths = self._mentions().paths("namespace") if self._mentions is not None else []
            linked = map(self._evaluator.modules.at, paths if len(paths) <= _MOST_FILES else ())
            self._modules = [module for module in linked if module is not None and not module.is_test]
        return self._modules
