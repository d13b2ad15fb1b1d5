"""What one gets out of a value: elements, items, unpacked parts, what `with` and `await` give, results of operators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.values import (
    ANYTHING,
    UNKNOWN_VALUES,
    Class,
    Constant,
    Container,
    External,
    ExternalInstance,
    Holding,
    Instance,
    Pending,
    Running,
    Value,
    Values,
    known,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator


class Parts:
    """Questions about the insides of values."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator

    def element(self, values: Values, *, asynchronous: bool) -> Values:
        """What iterating over any of `values` gives."""
        return union(*[self._element_of(value, asynchronous) for value in values])

    def item(self, base: Values, index: Values) -> Values:
        """`base[index]`."""
        return union(*[self._item_of(value, index) for value in base])

    def unpacked(self, values: Values, position: int) -> Values:
        """The part at `position` of an unpacking; -1 for a starred target."""
        found = []
        for value in values:
            if isinstance(value, Container) and value.items is not None and value.kind != "dict":
                if 0 <= position < len(value.items):
                    found.append(value.items[position])
                    continue
                if position == -1:
                    found.append((self._evaluator.container("list", value.elements),))
                    continue
            field = self._field(value, position)
            if field:
                found.append(field)
                continue
            elements = self._element_of(value, False)
            if position == -1:
                elements = (self._evaluator.container("list", elements),)
            found.append(elements)
        return union(*found)

    def entered(self, values: Values, *, asynchronous: bool) -> Values:
        """What `with value as x` gives for `x`."""
        return union(*[self._entered_of(value, asynchronous) for value in values])

    def awaited(self, values: Values) -> Values:
        """What awaiting any of `values` gives."""
        return union(*[self._awaited_of(value) for value in values])

    def special(self, values: Values, method: str) -> Values:
        """The result of an operator or another special method."""
        return union(*[self._special_of(value, method) for value in values])

    def _element_of(self, value: Value, asynchronous: bool) -> Values:
        evaluator = self._evaluator
        if isinstance(value, Container):
            return union(*value.keys) if value.kind == "dict" else value.elements or UNKNOWN_VALUES
        if isinstance(value, Running):
            if value.kind == ("async-generator" if asynchronous else "generator"):
                return evaluator.invocation.yielded(value.function)
            return UNKNOWN_VALUES
        if isinstance(value, Pending):
            return self.element(value.values, asynchronous=asynchronous)
        if isinstance(value, Instance):
            start, step = ("__aiter__", "__anext__") if asynchronous else ("__iter__", "__next__")
            iterators = self._special_of(value, start)
            own = union(*[self._special_of(i, step) for i in iterators if isinstance(i, (Instance, ExternalInstance))])
            others = tuple(i for i in iterators if isinstance(i, (Running, Container)))
            found = union(own, self.element(others, asynchronous=asynchronous))
            return self.awaited(found) if asynchronous and own and not others else found or UNKNOWN_VALUES
        if isinstance(value, ExternalInstance):
            start = "__aiter__" if asynchronous else "__iter__"
            iterators = known(self._special_of(value, start))
            if not iterators and not asynchronous:
                return self._special_of(value, "__getitem__")
            return union(*[i.elements for i in iterators if isinstance(i, Container)]) or UNKNOWN_VALUES
        return UNKNOWN_VALUES

    def _item_of(self, value: Value, index: Values) -> Values:
        if isinstance(value, Container):
            return self._contained(value, index)
        if isinstance(value, (Class, External)):
            # `Factory[int]`: a generic class, parametrised, is the class.
            if isinstance(value, External):
                attribute = self._evaluator.externals.attribute(f"{value.name}.__getitem__")
                if attribute is not None:
                    return attribute
            return (value,)
        if isinstance(value, Instance) and len(index) == 1 and isinstance(index[0], Constant):
            field = self._field(value, index[0].value)
            if field:
                return field
        if isinstance(value, (Instance, ExternalInstance)):
            return self._special_of(value, "__getitem__")
        return UNKNOWN_VALUES

    def _field(self, value: Value, which: object) -> Values:
        """A field of a typed record by its place or key; nothing where the class subscripts in its own way."""
        if not isinstance(value, Instance) or type(which) not in (int, str):
            return ()
        members = self._evaluator.members
        if members.special(value, "__getitem__") or members.special(value, "__iter__"):
            return ()
        for cls in self._evaluator.ancestry.of(value.cls):
            fields = cls.fact.fields if isinstance(cls, Class) else []
            if isinstance(which, int) and 0 <= which < len(fields):
                return members.of(value, fields[which])
            if isinstance(which, str) and which in fields:
                return members.of(value, which)
        return ()

    def _contained(self, value: Container, index: Values) -> Values:
        key = index[0] if len(index) == 1 else None
        if not isinstance(key, Constant):
            return value.elements or UNKNOWN_VALUES
        if key.kind == "slice":
            return (self._evaluator.container(value.kind, value.elements),)
        if value.items is None:
            return value.elements or UNKNOWN_VALUES
        if value.kind == "dict":
            exact = [item for keys, item in zip(value.keys, value.items, strict=True) if key in keys]
            unsure = [item for keys, item in zip(value.keys, value.items, strict=True) if ANYTHING in keys]
            return union(*exact, *unsure) or UNKNOWN_VALUES
        if isinstance(key.value, int) and -len(value.items) <= key.value < len(value.items):
            return value.items[key.value]
        return value.elements or UNKNOWN_VALUES

    def _entered_of(self, value: Value, asynchronous: bool) -> Values:
        evaluator = self._evaluator
        if isinstance(value, Running):
            if value.kind == ("async-context" if asynchronous else "context"):
                return evaluator.invocation.yielded(value.function)
            return UNKNOWN_VALUES
        if isinstance(value, Holding):
            return value.values if value.kind == "context" else UNKNOWN_VALUES
        if isinstance(value, Pending):
            return self.entered(value.values, asynchronous=asynchronous)
        method = "__aenter__" if asynchronous else "__enter__"
        if isinstance(value, Instance):
            found = self._special_of(value, method)
            return self.awaited(found) if asynchronous else found
        if isinstance(value, ExternalInstance):
            found = self._special_of(value, method)
            if not known(found):
                return (value,)
            return self.awaited(found) if any(isinstance(v, Holding) for v in found) else found
        return UNKNOWN_VALUES

    def _awaited_of(self, value: Value) -> Values:
        if isinstance(value, Running) and value.kind == "coroutine":
            return self._evaluator.invocation.returned(value.function)
        if isinstance(value, Holding) and value.kind == "awaitable":
            return value.values
        return UNKNOWN_VALUES

    def _special_of(self, value: Value, method: str) -> Values:
        evaluator = self._evaluator
        if isinstance(value, Container):
            return (value,) if method in ("__add__", "__iadd__", "__or__", "__ior__") else UNKNOWN_VALUES
        if not isinstance(value, (Instance, ExternalInstance)):
            return UNKNOWN_VALUES
        callees = evaluator.members.special(value, method)
        nothing = Arguments(evaluator, complete=False)
        return union(*[evaluator.invocation.result(callee, nothing) for callee in callees]) or UNKNOWN_VALUES
