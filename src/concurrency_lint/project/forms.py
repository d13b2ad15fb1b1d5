"""Attributes of which the program puts the name together: `getattr(self, f"on_{event}")`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from concurrency_lint.project.values import Class, Instance, ModuleValue, Value, Values, union

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator

FORM = "str "
"""How the kind of text begins of which only the form is known."""
_MOST_MEMBERS = 8
"""More attributes of one form than this say nothing of which one is meant."""


def of_form(evaluator: Evaluator, values: Values, form: str) -> Values:
    """What an attribute of any of `values` may be whose name has this form; empty where too many have it."""
    found = [
        (holder, name)
        for value in values
        for holder, names in _held(evaluator, value)
        for name in names
        if fnmatchcase(name, form)
    ]
    if len(found) > _MOST_MEMBERS:
        return ()
    return union(*[evaluator.members.of(holder, name) for holder, name in found])


def _held(evaluator: Evaluator, value: Value) -> Iterator[tuple[Value, Iterable[str]]]:
    """The names that a value has, and those that objects of its subclasses have beside them."""
    if isinstance(value, ModuleValue) and value.module is not None:
        yield value, value.module.facts.scopes[0].bindings
    elif isinstance(value, (Instance, Class)):
        line = evaluator.ancestry.of(value.cls if isinstance(value, Instance) else value)
        own = dict.fromkeys(name for cls in line if isinstance(cls, Class) for name in cls.fact.members)
        yield value, own
        if isinstance(value, Instance) and not value.exact:
            for cls in evaluator.subclasses.of(value.cls):
                yield evaluator.instance(cls), [name for name in cls.fact.members if name not in own]
