"""Library names: what their catalogue entries say about types, arguments and results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.catalogue.schema import Call, Condition
from concurrency_lint.catalogue.types import TypeExpression, parse_type
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.builtin_results import RESULTS, container_method, text_method
from concurrency_lint.project.generics import Filled
from concurrency_lint.project.values import (
    ANYTHING,
    UNKNOWN_VALUES,
    Class,
    Constant,
    Container,
    External,
    ExternalInstance,
    Holding,
    Pending,
    Value,
    Values,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.settling import Settling

_ASSIGNED = "assigned "
_CONTAINERS = {"list": "list", "set": "set", "iterator": "iterator", "sequence": "list"}


class Externals:
    """What happens behind a library's name."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self.settling: Settling | None = None
        """Who is asked about what is left undecided."""

    def attribute(self, name: str, receiver: Value | None = None) -> Values | None:
        """The values of an attribute or variable that the catalogue types, else None."""
        entry = self._evaluator.catalogue.attribute(self._evaluator.catalogue.canonical(name))
        if entry is None:
            return None
        if entry.type == _ASSIGNED.strip():
            holder, _, last = name.rpartition(".")
            return self._evaluator.outside.to_library(holder, last) or None
        if entry.type.startswith(_ASSIGNED):
            return self._evaluator.namespaces.of(entry.type.removeprefix(_ASSIGNED), name.rpartition(".")[2])
        return self._typed(parse_type(entry.type), receiver, Arguments(self._evaluator, complete=False))

    def result(self, name: str, receiver: Value | None, arguments: Arguments) -> Values:
        """What calling a library's name gives."""
        special = self._builtin(name, receiver, arguments)
        if special is not None:
            return special
        evaluator = self._evaluator
        found = evaluator.catalogue.call(name)
        offload = evaluator.catalogue.offload(name)
        if found is not None and not (offload is not None and offload.returns is not None and found[1].kind is None):
            full_name, entry = found
            values = self._returned(name, entry, receiver, arguments)
            if entry.kind is not None and entry.on != "call" and self.blocks(entry, arguments):
                return (evaluator.make.make(Pending, full_name, entry, values),)
            return values
        if offload is not None and offload.returns is not None:
            return self._typed(parse_type(offload.returns), receiver, arguments)
        if _names_class(name):
            return (evaluator.external_instance(name),)
        return UNKNOWN_VALUES

    def blocks(self, entry: Call, arguments: Arguments) -> bool:
        """Whether the entry's conditions on the arguments leave it blocking."""
        for condition in entry.unless:
            holds = self._holds(condition, arguments)
            if holds or (holds is None and isinstance(condition.equals, bool)):
                return False
        return all(self._holds(condition, arguments) for condition in entry.when)

    def holds(self, conditions: tuple[Condition, ...], arguments: Arguments) -> bool:
        """Whether all conditions certainly hold."""
        return all(self._holds(condition, arguments) for condition in conditions)

    def _holds(self, condition: Condition, arguments: Arguments) -> bool | None:
        values = arguments.get(condition.position, condition.argument)
        if condition.present is not None:
            return (values is not None) is condition.present
        if values is None:
            if condition.default is None:
                return False
            return condition.default == condition.equals
        if condition.instance is not None:
            return bool(values) and all(
                isinstance(value, ExternalInstance)
                and condition.instance in (value.name, *self._evaluator.catalogue.ancestors(value.name))
                for value in values
            )
        if condition.named:
            return bool(values) and all(isinstance(v, External) and v.name in condition.named for v in values)
        constants = [value for value in values if isinstance(value, Constant)]
        if not values or len(constants) < len(values):
            settled = arguments.settled(condition.position, condition.argument)
            if settled:
                return all(isinstance(value, Constant) and _matches(condition, value) for value in settled)
            if condition.contains is not None:
                return False
            return None
        return all(_matches(condition, constant) for constant in constants)

    def _returned(self, name: str, entry: Call, receiver: Value | None, arguments: Arguments) -> Values:
        for variant in entry.variants:
            if self.holds(variant.when, arguments):
                return self._typed(parse_type(variant.returns), receiver, arguments)
        if entry.returns is not None:
            return self._typed(parse_type(entry.returns), receiver, arguments)
        if _names_class(name):
            return (self._evaluator.external_instance(name),)
        return UNKNOWN_VALUES

    def _typed(self, expression: TypeExpression, receiver: Value | None, arguments: Arguments) -> Values:
        evaluator = self._evaluator
        name = expression.name
        if name == "self":
            return (receiver,) if receiver is not None and receiver is not ANYTHING else UNKNOWN_VALUES
        if name == "instance":
            return (evaluator.instance(receiver, exact=True),) if isinstance(receiver, Class) else UNKNOWN_VALUES
        if " " in name:
            part, which = name.split(" ")
            return self._of_argument(part, which, arguments)
        if name == "unknown":
            return UNKNOWN_VALUES
        inner = [self._typed(argument, receiver, arguments) for argument in expression.arguments]
        if name == "content":
            return _content(inner[0] if inner else (receiver,) if receiver is not None else ())
        if name in _CONTAINERS:
            return (evaluator.container(_CONTAINERS[name], inner[0] if inner else UNKNOWN_VALUES),)
        if name == "dict":
            return (evaluator.container("dict", *_mapping(inner)),)
        if name == "tuple":
            return (evaluator.container("tuple", union(*inner), tuple(inner)),)
        if name in ("awaitable", "context"):
            return (evaluator.make.make(Holding, name, inner[0] if inner else UNKNOWN_VALUES),)
        if name == "type":
            argument = expression.arguments[0].name if expression.arguments else "builtins.object"
            return (evaluator.external(argument),)
        if "." not in name or name.startswith("builtins."):
            return UNKNOWN_VALUES
        return (
            evaluator.annotations.type_arguments.filled(name, inner[0]) if inner else evaluator.external_instance(name),
        )

    def _of_argument(self, part: str, which: str, arguments: Arguments) -> Values:
        """An argument itself, or what it gives."""
        if part == "result":
            return self._result_of_argument(which, arguments)
        if part == "declared":
            return arguments.declared(int(which)) or UNKNOWN_VALUES
        given = arguments.get(int(which), None)
        if part == "argument":
            return given or UNKNOWN_VALUES
        if part == "element":
            return self._evaluator.parts.element(given or (), asynchronous=False)
        return _content(given or ())

    def _result_of_argument(self, which: str, arguments: Arguments) -> Values:
        evaluator = self._evaluator
        if which.isdigit():
            rest = arguments.without_first(int(which) + 1)
            callees = arguments.positional(int(which)) or ()
        else:
            rest = Arguments(evaluator)
            callees = arguments.keyword(which) or ()
        return union(*[evaluator.invocation.result(callee, rest) for callee in callees]) or UNKNOWN_VALUES

    def _builtin(self, name: str, receiver: Value | None, arguments: Arguments) -> Values | None:
        """Calls whose result only Python's own rules tell: containers, `partial`, `super`, `type`, `getattr`."""
        if isinstance(receiver, Container) and name.startswith("builtins."):
            return container_method(self._evaluator, receiver, name.rpartition(".")[2], arguments)
        if isinstance(receiver, Constant) and isinstance(receiver.value, str):
            return text_method(self._evaluator, receiver.value, name.rpartition(".")[2], arguments)
        handler = RESULTS.get(name)
        return handler(self._evaluator, arguments) if handler is not None else None


def _content(holders: Values) -> Values:
    """What library objects hold."""
    found = union(*[holder.content for holder in holders if isinstance(holder, Filled)])
    return found or UNKNOWN_VALUES


def _mapping(inner: list[Values]) -> tuple[Values, None, tuple[Values, ...]]:
    keys = (inner[0],) if inner else (UNKNOWN_VALUES,)
    return (inner[1] if len(inner) > 1 else UNKNOWN_VALUES, None, keys)


def _names_class(name: str) -> bool:
    last = name.rpartition(".")[2].lstrip("_")
    return last[:1].isupper()


def _matches(condition: Condition, constant: Constant) -> bool:
    if condition.contains is not None:
        return isinstance(constant.value, str) and condition.contains in constant.value
    if isinstance(condition.equals, bool) or isinstance(constant.value, bool):
        return constant.value is condition.equals
    return constant.kind != "NoneType" and constant.value == condition.equals
