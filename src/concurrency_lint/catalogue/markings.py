"""What frameworks and `typing` make of what they mark: functions, classes, parameters and annotations."""

from __future__ import annotations

from typing import Literal

from concurrency_lint.catalogue.conditions import Condition, Entry

Place = Literal["thread", "process", "loop", "inline", "greenlet", "constructor"]
Phase = Literal["serving", "startup", "private", "test"]


class Decorator(Entry, frozen=True, kw_only=True):
    """What a decorator (plain or called) makes of a function.

    cached: as transparent, and a second call with the same arguments runs nothing (`functools.cache`).
    transparent: calling the result runs the function, as far as blocking goes (`lru_cache`, `wraps`).
    property: reading the attribute runs it. contextmanager, async-contextmanager: entering the result runs it.
    singledispatch: as transparent, and `.register` adds further implementations.
    offload: calling the result runs it elsewhere and gives an awaitable or a handle.
    enqueue: calling the result only sends a message.
    loop: the framework runs the function, sync or not, on the event loop. thread: it runs a sync one off the loop.
    constructs: making an object of the class runs it.
    fixture: a pytest fixture: a parameter of this name receives its value.
    overload: a typing declaration without a body.
    """

    name: str | None = None
    of: str | None = None
    names: tuple[str, ...] = ()
    effect: Literal[
        "transparent",
        "cached",
        "staticmethod",
        "classmethod",
        "property",
        "contextmanager",
        "async-contextmanager",
        "singledispatch",
        "offload",
        "enqueue",
        "loop",
        "thread",
        "constructs",
        "fixture",
        "overload",
        "dataclass",
    ]
    phase: Phase = "serving"
    when: tuple[Condition, ...] = ()
    validates: bool = False
    """Before it calls the function, the framework makes the objects that its parameters are annotated with, on the
    event loop."""
    makes: str | None = None
    """The library class whose attributes the decorated function has, too."""


class Subclass(Entry, frozen=True, kw_only=True):
    """Methods (names, or globs such as `on_*`) that a framework calls on classes deriving from `name`: sync ones run
    where `runs` says (`constructor`: whenever an object is made). A `phase` other than serving holds for coroutine
    functions too."""

    name: str
    methods: tuple[str, ...]
    runs: Place
    phase: Phase = "serving"


class Form(Entry, frozen=True, kw_only=True):
    """A typing construct: how an annotation that uses it is read."""

    name: str
    means: Literal[
        "optional",
        "union",
        "annotated",
        "transparent",
        "sequence",
        "mapping",
        "iterator",
        "awaitable",
        "context",
        "type",
        "self",
        "newtype",
        "typevar",
        "any",
        "tuple",
        "callable",
        "cast",
        "protocol",
        "generic",
        "module",
    ]


class Dependency(Entry, frozen=True, kw_only=True):
    """A marker whose argument a framework calls, and whose result it passes as the parameter: FastAPI's `Depends`."""

    name: str
    position: int = 0
    argument: str | None = None
