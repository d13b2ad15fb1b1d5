"""What a framework runs whenever an object of a class is made: validators, hooks behind the constructor."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from concurrency_lint.facts.model import Call, Declared, FunctionHere
from concurrency_lint.project.values import Class, External, Function, Value, Values

if TYPE_CHECKING:
    from concurrency_lint.project.arguments import Arguments
    from concurrency_lint.project.evaluate import Evaluator

_FACTORY = "result "


class Construction:
    """Knows, for each class, the methods that making an object runs beside `__init__`."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._known: dict[Class, list[Function]] = {}
        self._factories: dict[Class, list[tuple[int, str, Value]]] = {}

    def methods(self, cls: Class) -> list[Function]:
        """The methods, those of the class itself first."""
        found = self._known.get(cls)
        if found is None:
            found = self._known[cls] = list(self._found(cls))
        return found

    def factories(self, cls: Class, arguments: Arguments) -> Iterator[Value]:
        """What makes the values of fields that a call does not pass: `field(default_factory=load)`."""
        made = self._factories.get(cls)
        if made is None:
            made = self._factories[cls] = list(self._made(cls))
        for position, name, factory in made:
            if arguments.get(position, name) is None:
                yield factory

    def _made(self, cls: Class) -> Iterator[tuple[int, str, Value]]:
        evaluator = self._evaluator
        names: dict[str, Class] = {}
        for ancestor in reversed(evaluator.ancestry.of(cls)):
            if isinstance(ancestor, Class):
                names.update(dict.fromkeys(ancestor.fact.fields, ancestor))
        for position, (name, owner) in enumerate(names.items()):
            for index in owner.fact.members.get(name, ()):
                for factory in self._factory(owner, index):
                    yield position, name, factory

    def _factory(self, owner: Class, index: int) -> Values:
        evaluator, references = self._evaluator, owner.module.facts.references
        field = references[index]
        call = references[field.value] if isinstance(field, Declared) else None
        if not isinstance(call, Call) or not call.keywords:
            return ()
        for called in evaluator.values(owner.module, call.function, None):
            found = evaluator.catalogue.call(called.name) if isinstance(called, External) else None
            word = (found[1].returns or "").removeprefix(_FACTORY) if found is not None else ""
            given = dict(call.keywords).get(word)
            if given is not None:
                return evaluator.values(owner.module, given, None)
        return ()

    def is_validated(self, cls: Class) -> bool:
        """Whether a framework runs methods of the class, where it has some, when an object is made."""
        return bool(self._patterns(cls))

    def _patterns(self, cls: Class) -> list[str]:
        catalogue = self._evaluator.catalogue
        return [
            pattern
            for ancestor in self._evaluator.ancestry.of(cls)
            if isinstance(ancestor, External)
            for entry in catalogue.subclass_methods(ancestor.name)
            if entry.runs == "constructor"
            for pattern in entry.methods
        ]

    def _found(self, cls: Class) -> Iterator[Function]:
        evaluator = self._evaluator
        line = evaluator.ancestry.of(cls)
        patterns = self._patterns(cls)
        if not patterns:
            return
        seen: set[str] = set()
        for ancestor in line:
            if not isinstance(ancestor, Class):
                continue
            for name, references in ancestor.fact.members.items():
                if name in seen:
                    continue
                for reference in references:
                    target = ancestor.module.facts.references[reference]
                    if isinstance(target, FunctionHere):
                        function = evaluator.make.make(Function, ancestor.module, target.function, None)
                        if any(fnmatchcase(name, pattern) for pattern in patterns) or self._decorated(function):
                            seen.add(name)
                            yield function

    def _decorated(self, function: Function) -> bool:
        return any(
            self._evaluator.decorators.effect(function.module, index) == "constructs"
            for index in function.fact.decorators
        )
