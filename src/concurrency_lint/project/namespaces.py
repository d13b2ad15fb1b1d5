"""Objects of libraries that hold whatever a program puts there, `app.state` for one: who put what is searched for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.containers import APPLICATION, ITEMS
from concurrency_lint.project.generics import Filled
from concurrency_lint.project.last_names import variable_name
from concurrency_lint.project.values import UNKNOWN_VALUES, Constant, Values, telling, union

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
        self._modules: dict[str, list[LinkedModule]] = {}
        self._known: dict[tuple[str, str], Values] = {}

    def attach(self, mentions: Callable[[], FileIndex]) -> None:
        """Give it the means to find the files that assign to such objects."""
        self._mentions = mentions

    def of(self, word: str, name: str) -> Values:
        """What `*.word.name` may hold, whoever reads it; unknown where nothing that decides is assigned."""
        key = (word, name)
        found = self._known.get(key)
        if found is None:
            assigned = self._items(name) if word == ITEMS else self._assigned(word, name)
            found = telling(assigned) or UNKNOWN_VALUES
            if not self._evaluator.in_cycle:
                self._known[key] = found
        return found

    def item(self, module: LinkedModule, base: int, index: Values) -> Values:
        """What `app["name"]` may hold, whoever reads it, or `app[KEY]` where the key says what it stands for."""
        if len(index) != 1 or variable_name(module, base) != APPLICATION:
            return ()
        key = index[0]
        if isinstance(key, Filled):
            return key.content
        return self.of(ITEMS, key.value) if isinstance(key, Constant) and isinstance(key.value, str) else ()

    def _items(self, name: str) -> Values:
        key = self._evaluator.make.make(Constant, "str", name)
        return union(
            *[
                self._evaluator.parts.item(self._evaluator.values(module, value, None), (key,))
                for module in self._writing("items")
                for _, written, value in module.facts.attribute_writes
                if written == ITEMS
            ]
        )

    def _assigned(self, word: str, name: str) -> Values:
        found: list[Values] = []
        for module in self._writing(f".{word}.{name}"):
            references = module.facts.references
            for base, written, value in module.facts.attribute_writes:
                holder = references[base]
                if written == name and isinstance(holder, model.Attribute) and holder.name == word:
                    found.append(self._evaluator.values(module, value, None))
        return union(*found)

    def files_with(self, mark: str) -> list[str]:
        """The files of the project that have a mark; none where nobody has searched it."""
        return self._mentions().paths(mark) if self._mentions is not None else []

    def _writing(self, mark: str) -> list[LinkedModule]:
        """The modules that assign to such objects, without tests."""
        modules = self._modules.get(mark)
        if modules is None:
            paths = self.files_with(mark)
            linked = map(self._evaluator.modules.at, paths if len(paths) <= _MOST_FILES else ())
            modules = self._modules[mark] = [m for m in linked if m is not None and not m.is_test]
        return modules
