"""What an expression may be, when linking: values, made once each, so that equal values are the same object."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrency_lint.catalogue.schema import Call
    from concurrency_lint.project.frames import Frame
    from concurrency_lint.project.modules import LinkedModule


class Value:
    """One possibility. Compared by identity: values are made by `Interner.make` only."""

    __slots__ = ("depth",)

    def __init__(self, depth: int = 0) -> None:
        self.depth = depth
        """How many calls and containers are nested in it; bounded, so that recursion in the checked code ends."""


Values = tuple[Value, ...]
"""All the possibilities of one expression, in a fixed order, without repeats."""


def deepest(*several: Values) -> int:
    """The depth of the deepest value."""
    return max((value.depth for values in several for value in values), default=0)


class Anything(Value):
    """What cannot be known. It stays in a set of values beside what is known."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "?"


ANYTHING = Anything()
UNKNOWN_VALUES: Values = (ANYTHING,)


class ModuleValue(Value):
    """A module of the project, a package, or a folder of modules (a namespace package: `module` is None)."""

    __slots__ = ("folder", "module")

    def __init__(self, module: LinkedModule | None, folder: str) -> None:
        super().__init__()
        self.module, self.folder = module, folder


class Framed(Value):
    """A value that keeps the frame it was made in."""

    __slots__ = ("frame", "index", "module")

    def __init__(self, module: LinkedModule, index: int, frame: Frame | None) -> None:
        super().__init__(frame.depth if frame is not None else 0)
        self.module, self.index, self.frame = module, index, frame


class Function(Framed):
    """A function of the project, its decorators not applied; `frame` holds what it captured, or is called with."""

    __slots__ = ("alone", "fact")

    def __init__(self, module: LinkedModule, index: int, frame: Frame | None) -> None:
        super().__init__(module, index, frame)
        self.fact = module.facts.functions[index]
        self.alone: list[Function] | None = None
        """A list of just this function, for all who would keep one."""

    def __repr__(self) -> str:
        return f"<function {self.fact.symbol}>"


class Class(Framed):
    """A class of the project."""

    __slots__ = ("fact",)

    def __init__(self, module: LinkedModule, index: int, frame: Frame | None) -> None:
        super().__init__(module, index, frame)
        self.fact = module.facts.classes[index]

    def __repr__(self) -> str:
        return f"<class {self.fact.symbol}>"


class Instance(Value):
    """An object of a project class: of just that class when `exact`, else of it or of a subclass.

    `frame` is the constructor's, so that `self.repo = repo` has a value.
    """

    __slots__ = ("cls", "exact", "frame")

    def __init__(self, cls: Class, exact: bool, frame: Frame | None) -> None:
        super().__init__(frame.depth if frame is not None else 0)
        self.cls, self.exact, self.frame = cls, exact, frame

    def __repr__(self) -> str:
        return f"<{self.cls.fact.symbol}>"


class External(Value):
    """A module, class, function or variable of a library, by canonical name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def __repr__(self) -> str:
        return self.name


class ExternalInstance(Value):
    """An object of a library class, by canonical name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def __repr__(self) -> str:
        return f"<{self.name}>"


class Bound(Value):
    """A method together with its receiver."""

    __slots__ = ("function", "receiver")

    def __init__(self, function: Value, receiver: Value) -> None:
        super().__init__(max(function.depth, receiver.depth))
        self.function, self.receiver = function, receiver

    def __repr__(self) -> str:
        return f"{self.receiver!r}.{self.function!r}"


class Decorated(Value):
    """What a known decorator made of a function: `effect` is the catalogue's word for it."""

    __slots__ = ("effect", "function", "setter")

    def __init__(self, effect: str, function: Value, setter: Value | None) -> None:
        super().__init__(function.depth)
        self.effect, self.function, self.setter = effect, function, setter

    def __repr__(self) -> str:
        return f"{self.effect}({self.function!r})"


class Partial(Value):
    """`functools.partial`: a function and the first of its arguments."""

    __slots__ = ("arguments", "function", "keywords")

    def __init__(
        self, function: Value, arguments: tuple[Values, ...], keywords: tuple[tuple[str, Values], ...]
    ) -> None:
        inner = [*arguments, *[values for _, values in keywords]]
        super().__init__(max(function.depth, deepest(*inner)))
        self.function, self.arguments, self.keywords = function, arguments, keywords


class Running(Value):
    """A call of a function whose body runs later; `kind`: coroutine, generator, async-generator, (async-)context."""

    __slots__ = ("function", "kind")

    def __init__(self, kind: str, function: Function) -> None:
        super().__init__(function.depth)
        self.kind, self.function = kind, function

    def __repr__(self) -> str:
        return f"{self.kind} of {self.function!r}"


class Holding(Value):
    """Something that gives `values` when awaited (`awaitable`) or entered (`context`)."""

    __slots__ = ("kind", "values")

    def __init__(self, kind: str, values: Values) -> None:
        super().__init__(deepest(values) + 1)
        self.kind, self.values = kind, values


class Pending(Value):
    """The result of a library call that blocks not at once but when it is iterated or entered."""

    __slots__ = ("entry", "name", "values")

    def __init__(self, name: str, entry: Call, values: Values) -> None:
        super().__init__(deepest(values))
        self.name, self.entry, self.values = name, entry, values


class Container(Value):
    """A list, tuple, set, iterator or dict. `items` are the members in order where they are known one by one."""

    __slots__ = ("elements", "items", "keys", "kind")

    def __init__(self, kind: str, elements: Values, items: tuple[Values, ...] | None, keys: tuple[Values, ...]) -> None:
        super().__init__(deepest(elements) + 1)
        self.kind, self.elements, self.items, self.keys = kind, elements, items, keys

    def __repr__(self) -> str:
        return f"{self.kind}{list(self.elements)!r}"


class Constant(Value):
    """A literal."""

    __slots__ = ("kind", "value")

    def __init__(self, kind: str, value: bool | int | float | str | None) -> None:
        super().__init__()
        self.kind, self.value = kind, value

    def __repr__(self) -> str:
        return f"{self.value!r}"


class Super(Value):
    """`super()`: the receiver, looked up behind `cls`."""

    __slots__ = ("cls", "receiver")

    def __init__(self, cls: Class, receiver: Value) -> None:
        super().__init__(receiver.depth)
        self.cls, self.receiver = cls, receiver


_MOST_VALUES = 24


def union(*parts: Values) -> Values:
    """All possibilities of the parts together."""
    several = [part for part in parts if part]
    if not several:
        return ()
    first = several[0]
    if len(several) == 1:
        return first
    merged = dict.fromkeys(first)
    for part in several:
        if part is not first:
            for value in part:
                merged[value] = None
    if len(merged) == len(first):
        return first
    return tuple(merged) if len(merged) <= _MOST_VALUES else (*tuple(merged)[:_MOST_VALUES], ANYTHING)


def known(values: Values) -> Values:
    """The possibilities that say something: neither unknown nor None."""
    return tuple(
        [
            value
            for value in values
            if value is not ANYTHING and not (isinstance(value, Constant) and value.kind == "NoneType")
        ]
    )


def settled(values: Values) -> bool:
    """Whether nothing is left unknown, and it is more than plain data or an empty container."""
    return ANYTHING not in values and bool(telling(values))


def telling(values: Values) -> Values:
    """The possibilities that decide what code runs: functions, classes, objects, and containers that hold such."""
    return tuple(
        [
            value
            for value in values
            if value is not ANYTHING
            and not isinstance(value, Constant)
            and not (isinstance(value, Container) and value.elements == UNKNOWN_VALUES)
        ]
    )


def functions_in(value: Value) -> list[Function]:
    """The function of the project behind a method, a partial or a decorator; none behind anything else."""
    while isinstance(value, (Bound, Partial, Decorated)):
        value = value.function
    return [value] if isinstance(value, Function) else []
