"""Literals: the Python values that expressions stand for, where these are written in the source."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.project.celery.expressions import Expression, Library, Origin, ProjectModule

if TYPE_CHECKING:
    from concurrency_lint.project.celery.origins import Origins


class Unknown:
    """The value of what cannot be known."""

    def __repr__(self) -> str:
        return "unknown"


UNKNOWN = Unknown()


class Named(NamedTuple):
    """A class, function or object, by its dotted name."""

    name: str

    def __str__(self) -> str:
        return self.name.removeprefix("builtins.")


_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "__add__": operator.add,
    "__sub__": operator.sub,
    "__mul__": operator.mul,
    "__truediv__": operator.truediv,
    "__floordiv__": operator.floordiv,
}
_ENVIRONMENT = ("os.environ.get", "os.getenv", "os.environ.setdefault")
_CONVERSIONS: dict[str, Callable[[Any], Any]] = {
    "builtins.int": int,
    "builtins.float": float,
    "builtins.str": str,
    "builtins.bool": bool,
}
_SEQUENCES: dict[str, Callable[[Iterable[Any]], Any]] = {
    "builtins.tuple": tuple,
    "builtins.list": list,
    "builtins.set": list,
    "builtins.frozenset": list,
}
_SECONDS = {"days": 86400, "seconds": 1, "minutes": 60, "hours": 3600, "weeks": 604800, "milliseconds": 0.001}
_DEEPEST = 8


class Literals:
    """Evaluates expressions to Python values."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins

    def possible(self, expression: Expression, depth: int = 0) -> tuple[Any, ...]:
        """The values that an expression may have; `UNKNOWN` among them where it may have others."""
        found: list[Any] = []
        for origin in self._origins.of(expression):
            value = self._of(origin, depth)
            if not any(type(value) is type(known) and value == known for known in found):
                found.append(value)
        return tuple(found) or (UNKNOWN,)

    def one(self, expression: Expression, depth: int = 0) -> Any:
        """The value of an expression where there is only one."""
        values = self.possible(expression, depth)
        return values[0] if len(values) == 1 else UNKNOWN

    def _of(self, origin: Origin, depth: int) -> Any:
        if depth > _DEEPEST:
            return UNKNOWN
        if isinstance(origin, Library):
            return Named(origin.name) if origin.name.rpartition(".")[2] != "Ellipsis" else UNKNOWN
        if isinstance(origin, ProjectModule):
            return Named(origin.value.module.name) if origin.value.module is not None else UNKNOWN
        reference = origin.reference
        if isinstance(reference, model.Const):
            return reference.value if reference.value is not None or reference.kind == "NoneType" else UNKNOWN
        if isinstance(reference, model.Collection):
            return self._collection(origin, reference, depth)
        if isinstance(reference, model.Mapping):
            return self._mapping(origin, depth)
        if isinstance(reference, model.ClassHere):
            return Named(f"{origin.module.name}.{origin.module.facts.classes[reference.class_].symbol}")
        if isinstance(reference, model.FunctionHere):
            return Named(origin.module.symbol(reference.function))
        if isinstance(reference, model.Binary):
            return self._binary(origin, reference, depth)
        if isinstance(reference, model.Call):
            return self._call(origin, reference, depth)
        return UNKNOWN

    def _collection(self, origin: Expression, reference: model.Collection, depth: int) -> Any:
        items: list[Any] = []
        for index in reference.items:
            held = origin.module.facts.references[index]
            if isinstance(held, model.Starred):
                inner = self.one(Expression(origin.module, held.base, origin.bindings), depth + 1)
                if not isinstance(inner, (list, tuple)):
                    return UNKNOWN
                items += inner
            else:
                items.append(self.one(Expression(origin.module, index, origin.bindings), depth + 1))
        return tuple(items) if reference.kind == "tuple" else items

    def _mapping(self, origin: Expression, depth: int) -> Any:
        entries, complete = self._origins.arguments.entries(origin)
        found: dict[Any, Any] = {key: self.one(value, depth + 1) for key, value in entries}
        if not complete:
            found[UNKNOWN] = UNKNOWN
        return found

    def _binary(self, origin: Expression, reference: model.Binary, depth: int) -> Any:
        left = self.one(Expression(origin.module, reference.left, origin.bindings), depth + 1)
        right = self.one(Expression(origin.module, reference.right, origin.bindings), depth + 1)
        calculate = _OPERATORS.get(reference.method)
        if calculate is None or isinstance(left, (Unknown, Named)) or isinstance(right, (Unknown, Named)):
            return UNKNOWN
        try:
            return calculate(left, right)
        except (TypeError, ValueError, ArithmeticError):
            return UNKNOWN

    def _call(self, origin: Expression, reference: model.Call, depth: int) -> Any:
        callees = self._origins.of(Expression(origin.module, reference.function, origin.bindings))
        if len(callees) != 1 or not isinstance(callees[0], Library):
            return self._method(origin, reference, depth)
        name = callees[0].name
        arguments = self._origins.arguments.positional(origin)
        if name in _ENVIRONMENT and len(arguments) == 2:
            return self.one(arguments[1], depth + 1)
        if name in _ENVIRONMENT:
            return self._default(origin, depth)
        if name in _CONVERSIONS and len(arguments) == 1:
            return _converted(self.one(arguments[0], depth + 1), _CONVERSIONS[name])
        if name in _SEQUENCES:
            inner = self.one(arguments[0], depth + 1) if arguments else []
            return _SEQUENCES[name](inner) if isinstance(inner, (list, tuple)) else UNKNOWN
        if name == "builtins.dict":
            return self._mapping(origin, depth)
        if name == "datetime.timedelta":
            return self._duration(origin, depth)
        return UNKNOWN

    def _default(self, origin: Expression, depth: int) -> Any:
        keywords = dict(self._origins.arguments.keywords(origin)[0])
        return self.one(keywords["default"], depth + 1) if "default" in keywords else UNKNOWN

    def _method(self, origin: Expression, reference: model.Call, depth: int) -> Any:
        """`timedelta(...).total_seconds()`."""
        method = origin.module.facts.references[reference.function]
        if isinstance(method, model.Attribute) and method.name == "total_seconds":
            value = self.one(Expression(origin.module, method.base, origin.bindings), depth + 1)
            return value if isinstance(value, (int, float)) else UNKNOWN
        return UNKNOWN

    def _duration(self, origin: Expression, depth: int) -> Any:
        """A `timedelta` as its seconds."""
        total = 0.0
        names = ("days", "seconds")
        given = list(zip(names, self._origins.arguments.positional(origin), strict=False))
        keywords, complete = self._origins.arguments.keywords(origin)
        for name, expression in [*given, *keywords]:
            value = self.one(expression, depth + 1)
            if name not in _SECONDS or not isinstance(value, (int, float)):
                return UNKNOWN
            total += value * _SECONDS[name]
        if not complete:
            return UNKNOWN
        return int(total) if total == int(total) else total


def _converted(value: Any, convert: Callable[[Any], Any]) -> Any:
    if isinstance(value, (Unknown, Named)):
        return UNKNOWN
    try:
        return convert(value)
    except (TypeError, ValueError):
        return UNKNOWN
