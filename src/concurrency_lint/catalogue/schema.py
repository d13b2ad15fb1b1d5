"""The shape of a catalogue file: what a library's names do, written as TOML and validated when loaded."""

from __future__ import annotations

from typing import Literal

import msgspec

from concurrency_lint.catalogue.conditions import (
    Condition as Condition,
    Entry as Entry,
    Operation as Operation,
    Performs as Performs,
    Setting as Setting,
    Variant as Variant,
)
from concurrency_lint.catalogue.markings import (
    Decorator as Decorator,
    Dependency as Dependency,
    Form as Form,
    Phase as Phase,
    Place as Place,
    Subclass as Subclass,
)
from concurrency_lint.catalogue.runtime import Runtime

Kind = Literal[
    "sleep",  # CNC101
    "http",  # CNC102
    "file",  # CNC103: content of files, archives, data frames read from files
    "subprocess",  # CNC104
    "database",  # CNC105: databases, ORMs, cache servers
    "wait",  # CNC106: a thread-level wait: queue, event, future, join, task result
    "lock",  # CNC106, or CNC111 when held across an await: acquiring a thread's or process's lock
    "network",  # CNC107: sockets, DNS, mail, SSH, cloud SDKs, brokers, gRPC
    "cpu",  # CNC108
    "input",  # CNC109
    "metadata",  # CNC110: cheap file-system calls
    "event-loop",  # CNC112: runs or drives an event loop
    "result",  # CNC106, CNC122 in a request: the result of a queued task
    "enqueue",  # CNC116, CNC121 in a request: sending a task to its queue
    "ready",  # CNC213: the result of a queued task that is there, as the function has asked
    "thread",  # CNC123 in a request: starting a thread or process; it blocks nothing
]
Cost = Literal["cheap", "short", "long"]
Cpu = Literal["none", "held", "released"]
Moment = Literal["call", "iterate", "enter"]
Fix = Literal[
    "await",  # awaiting `awaitable` with the same arguments does the same
    "argument",  # awaiting its first argument instead does the same
    "thread",  # the call may move to a thread as it stands
    "process",  # it holds the GIL, so that only another process helps; written out: and its result can be pickled
    "file",  # an asynchronous file does the same, where nothing else is done with it than what files do
    "none",  # it belongs to its thread, is not done in one place, or waiting for it is the mistake
]

_FIX_BY_KIND: dict[str, Fix] = {"wait": "none", "lock": "none", "event-loop": "none"}


class Claim(Entry, frozen=True, kw_only=True):
    """What is said of a name that blocks. Without `kind` the name blocks nothing, and the rest says nothing."""

    kind: Kind | None = None
    cost: Cost = "short"
    cpu: Cpu = "none"
    blocks: str = ""
    """What it does meanwhile, in the third person: "waits for the server's answer"."""
    instead: str = ""
    """The way out, as an imperative: "use `httpx.AsyncClient`". Required with `kind`. In it, `{name}` stands for the
    last segment of the name that was called, and `{call}` for all of it."""
    fix: Fix | None = None
    """What a fix may do; left out, the kind tells."""
    awaitable: str = ""
    """A coroutine function that takes the same arguments and does the same: `asyncio.sleep`."""

    def __post_init__(self) -> None:
        if (self.fix == "await") is not bool(self.awaitable):
            raise ValueError('`fix = "await"` and `awaitable` go together')

    @property
    def possible_fix(self) -> Fix:
        """What a fix may do: as the entry says, or as its kind implies."""
        if self.fix is not None:
            return self.fix
        by_computing: Fix = "process" if self.kind == "cpu" and self.cpu == "held" else "thread"
        return _FIX_BY_KIND.get(self.kind or "", by_computing)

    def advice(self, name: str) -> str:
        """`instead`, for the name that was called."""
        return self.instead.replace("{name}", name.rpartition(".")[2]).replace("{call}", name)


class Call(Claim, frozen=True, kw_only=True):
    """A function, method (`pkg.Class.method`), constructor (`pkg.Class`) or dunder (`pkg.Class.__iter__`).

    `name` is one canonical dotted name; `of` with `names` lists several under one prefix. A last segment of `*`
    stands for every public name of the class or module, minus those that match a glob in `excluding`; an exact
    entry wins over a pattern. Without `kind` the entry blocks nothing: it tells a type (`returns`), or that the
    name is known not to matter.
    """

    name: str | None = None
    of: str | None = None
    names: tuple[str, ...] = ()
    excluding: tuple[str, ...] = ()
    on: Moment = "call"
    """When it blocks: at the call, when its result is iterated, or when its result is entered by `with`."""
    unless: tuple[Condition, ...] = ()
    """Any of these holding makes the call harmless."""
    when: tuple[Condition, ...] = ()
    """All of these must hold for the call to block."""
    returns: str | None = None
    """A type expression: `pkg.Class` (an instance), `self` (the receiver), `type[pkg.Class]`, `list[T]`, `dict[K, V]`,
    `tuple[A, B]`, `iterator[T]`, `awaitable[T]`, `context[T]` (entering it gives T), `argument 0` (the argument
    itself), `result 0`, `result factory` (what calling the argument at a position, or by keyword, gives),
    `declared 1` (an object of the type that the argument names), `instance` (one of the class that it is called on),
    `unknown`;
    `pkg.Class[T]` (an instance that holds T), `content` (what the receiver holds), `content 0` (what the argument
    holds), `content[T]` (what a T holds), `element 0` (what iterating over the argument gives)."""
    variants: tuple[Variant, ...] = ()
    """What it returns instead; the first whose conditions hold counts."""
    unless_set: tuple[Setting, ...] = ()
    """Any of these called on the same receiver in the module makes the call harmless."""
    performs: tuple[Performs, ...] = ()
    tells_loop: Literal["raises-outside", "none-outside", "true-inside"] | None = None
    """What its outcome says of whether an event loop is running in this thread."""
    unless_told: tuple[str, ...] = ()
    """Methods of the same receiver that give None as long as there is something to wait for."""
    asks_awaitable: bool = False
    """It asks whether its first argument is to be awaited: a call whose result is asked so does not block a loop."""
    continues: bool = False
    """It goes on with what opening its receiver began (reading an opened file): not reported where the opening is."""
    finishes_block: bool = False
    """At the end of a `with` block it waits for what was submitted in it: harmless where the block itself awaits, or
    takes the results."""
    public_class: str = ""
    """The class that people know, where `of` names a sort of its instances: those that work in memory."""
    verified: bool = True

    def public_name(self, name: str) -> str:
        """What people know a name of this entry by."""
        return f"{self.public_class}.{name.rpartition('.')[2]}" if self.public_class else name

    @property
    def possible_fix(self) -> Fix:
        """What a fix may do. What blocks only later, in a `for` or a `with`, is no call to be moved."""
        return super().possible_fix if self.on == "call" or self.fix is not None else "none"


class Attribute(Claim, frozen=True, kw_only=True):
    """The type of an attribute or of a module's variable; a last segment of `*` stands for any other attribute.

    The type `assigned WORD` stands for whatever the project assigns to that attribute of any `*.WORD`,
    `assigned` for what it assigns to that attribute of any object of the class.
    """

    name: str
    type: str


class Alias(Entry, frozen=True, kw_only=True):
    """Another dotted path of the same object; every name below `name` is the same name below `of`."""

    name: str
    of: str


class Class(Entry, frozen=True, kw_only=True):
    """A library class and the bases through which it inherits entries, in order; `of` with `names` for several."""

    name: str | None = None
    of: str | None = None
    names: tuple[str, ...] = ()
    bases: tuple[str, ...]


class Offload(Entry, frozen=True, kw_only=True):
    """A callable that takes a callable and runs it elsewhere, or on the loop later (`runs = "loop"`).

    The callable stands at `position`, or under keyword `argument`. `returns` is as in `Call`. `only_sync` tells that
    coroutine functions are run on the loop instead (Starlette's background tasks).
    """

    name: str | None = None
    of: str | None = None
    names: tuple[str, ...] = ()
    position: int | None = None
    argument: str | None = None
    runs: Place
    phase: Phase = "serving"
    only_sync: bool = False
    called: tuple[str, ...] = ()
    """What the receiver is called where its type is not known, and this is meant all the same."""
    when: tuple[Condition, ...] = ()
    returns: str | None = None


class CatalogueFile(Entry, frozen=True, kw_only=True):
    """One file: the tables of one library. `library` is its name as people say it ("redis", "Python").

    Unless it is `verified`, its names were not compared with the library itself. `brings` are the import roots of
    libraries that are installed with it. Objects whose class begins with one of `thread_bound` belong to the thread
    that made them, or hold an open transaction: no fix moves them. What the calls `task_bound` change is seen by the
    calling task only. Coroutines of projects that need a library with a `loop_of_its_own` may run where nothing of
    asyncio works.
    """

    library: str
    async_library: str = ""
    verified: bool = True
    runtime: Runtime | None = None
    loop_of_its_own: bool = False
    brings: tuple[str, ...] = ()
    thread_bound: tuple[str, ...] = ()
    task_bound: tuple[str, ...] = ()
    call: tuple[Call, ...] = ()
    attribute: tuple[Attribute, ...] = ()
    alias: tuple[Alias, ...] = ()
    class_: tuple[Class, ...] = msgspec.field(default=(), name="class")
    offload: tuple[Offload, ...] = ()
    decorator: tuple[Decorator, ...] = ()
    subclass: tuple[Subclass, ...] = ()
    form: tuple[Form, ...] = ()
    dependency: tuple[Dependency, ...] = ()
