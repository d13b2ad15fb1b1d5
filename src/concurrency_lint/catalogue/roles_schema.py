"""The shape of a file in catalogue/roles: which part a library's names play in a service, beside what they do."""

from __future__ import annotations

from typing import Literal

import msgspec

from concurrency_lint.catalogue.schema import CatalogueFile, Entry


class Role(Entry, frozen=True, kw_only=True):
    """A role of the one `name`, or of several `names` below `of`."""

    name: str | None = None
    of: str | None = None
    names: tuple[str, ...] = ()


class Slot(Entry, frozen=True, kw_only=True):
    """Where an argument stands: by keyword, by position (0-based, receiver not counted), or either.

    `inside` leads on into what is passed there: the slot of a call that makes it (`properties=BasicProperties(...)`),
    or, with `key`, an entry of a dict or of every dict of a list.
    """

    argument: str | None = None
    position: int | None = None
    key: str | None = None
    inside: Slot | None = None


class Pool(Role, frozen=True, kw_only=True):
    """A pool of workers, or a limiter of one. `size` is the number of workers, `closes` the methods that end it.

    `limits` tells that it makes no threads of its own but bounds those of others; of a `default` size nothing is said.
    """

    size: Slot
    workers: Literal["thread", "process"] = "thread"
    limits: bool = False
    closes: tuple[str, ...] = ()


class Limiter(Role, frozen=True, kw_only=True):
    """A call that gives a limiter of threads, whose number `attribute` holds.

    `own` is one that bounds threads only where it is passed to an offload.
    """

    attribute: str
    own: bool = False


class ThreadCall(Role, frozen=True, kw_only=True):
    """A call that has a server make its pool of `size` threads, which it keeps itself."""

    size: Slot


class ThreadSetting(Entry, frozen=True, kw_only=True):
    """A number of threads that stands elsewhere: a `variable` of the environment, or a name in a module `file`."""

    variable: str = ""
    file: str = ""
    name: str = ""


class Handoff(Role, frozen=True, kw_only=True):
    """A call that gives a callable to a thread pool; `executor` is the slot of the pool, where one is passed.

    `raw` is one that the house has a better word for; `fans_out` one that takes many items at once; `single` one that
    keeps the loop free for a moment, rather than spreading work over a pool.
    """

    callable: Slot
    executor: Slot | None = None
    limiter: Slot | None = None
    raw: bool = False
    fans_out: bool = False
    single: bool = False


class Spawn(Role, frozen=True, kw_only=True):
    """A class whose objects are threads or processes of their own; `starts` is the method that sets one off."""

    target: Slot
    starts: str = "start"
    joins: str = "join"


class Background(Role, frozen=True, kw_only=True):
    """A call that has a coroutine (`value`) run beside its caller, who need not wait for it."""

    value: Slot


class Route(Role, frozen=True, kw_only=True):
    """How a web framework is told of a handler.

    decorator: it stands on the handler. call: the handler is passed (`handler`). subclass: `methods` of classes that
    derive from `name`. returns: a function whose first parameter is called `parameter` and that returns a `name`.
    `status` is the keyword of the status code; with `tuples` it may stand behind what a handler returns.
    `asynchronous` frameworks await coroutine handlers on a shared loop; `plain` ones take plain functions, too.
    """

    framework: str
    form: Literal["decorator", "call", "subclass", "returns"]
    handler: Slot | None = None
    methods: tuple[str, ...] = ()
    parameter: str = "request"
    status: str = ""
    tuples: bool = False
    asynchronous: bool = True
    plain: bool = True


class Response(Role, frozen=True, kw_only=True):
    """A response: where its status stands. `redirects` is one that sends the client elsewhere.

    `sends` is a method that writes its first argument to the client, rather than an object that a handler returns.
    """

    status: Slot = Slot()
    redirects: bool = False
    sends: bool = False


class Number(Role, frozen=True, kw_only=True):
    """A library's constant: a status code, or the number of processor cores (`value = "cores"`)."""

    value: int | Literal["cores"]


class Default(Role, frozen=True, kw_only=True):
    """A call that gives a configured value, or else what stands in the slot."""

    default: Slot


class Publish(Role, frozen=True, kw_only=True):
    """A call that sends a message: where topic, payload and headers stand.

    `headers` are the slots of headers, the first that is given counts; with none the trace has to travel in the
    payload. `keywords` tells that every keyword but these is a header.
    """

    client: str
    payload: Slot
    topic: Slot = Slot()
    headers: tuple[Slot, ...] = ()
    keywords: tuple[str, ...] | None = None
    serialiser: Slot | None = None
    """Where the client's constructor is given what turns objects into bytes."""


class Consume(Role, frozen=True, kw_only=True):
    """A declaration of a consumer: a decorator, a call that subscribes or fetches, or a class to derive from.

    `callback` is the slot of the function that gets the messages. `typed` consumers validate by their annotations.
    `several` topics stand at the position of the topic and after it. `decoder` is the slot of a function that decodes
    the attribute `decoded` of every message.
    """

    client: str
    form: Literal["decorator", "call", "subclass"] = "call"
    topic: Slot = Slot()
    several: bool = False
    callback: Slot | None = None
    typed: bool = False
    decoder: Slot | None = None
    decoded: str = "value"


class Push(Role, frozen=True, kw_only=True):
    """A call by which a route that receives messages decodes what stands below the keys of `below`, outermost first."""

    client: str
    value: Slot
    below: tuple[str, ...]


class Codec(Role, frozen=True, kw_only=True):
    """A function, or with `method` any method of that name, that turns messages into bytes or back.

    schema: the result fits a schema. raw: it is whatever was given. passes: it is as its `value` was (`json.dumps`,
    `str.encode`; without a slot its receiver). decodes: bytes become data that nobody has checked. validates: data is
    checked against a schema.
    """

    method: str | None = None
    means: Literal["schema", "raw", "passes", "decodes", "validates"]
    value: Slot | None = None


class Schema(Role, frozen=True, kw_only=True):
    """A class whose objects, and those of its subclasses, fit a schema."""


class Trace(Role, frozen=True, kw_only=True):
    """A call that puts the current trace into a carrier (`inject`), or takes it from one (`extract`)."""

    means: Literal["inject", "extract"]
    carrier: Slot = Slot(position=0)


class Instrumentation(Entry, frozen=True, kw_only=True):
    """Text whose presence in the project tells that `clients` carry traces by themselves; none means all of them."""

    text: str
    clients: tuple[str, ...] = ()
    anywhere: bool = False
    """Whether it counts in files that are not Python, too: a launcher."""


class SyncClient(Role, frozen=True, kw_only=True):
    """A client that waits on its thread, and what does the same for a loop. No name below `of` means all of it."""

    instead: str
    asynchronous: tuple[str, ...] = ()
    """Parts below it that are asynchronous themselves, or wait for nothing."""


class Loop(Entry, frozen=True, kw_only=True):
    """Libraries of which any call may need a running loop."""

    libraries: tuple[str, ...]


class TestWord(Entry, frozen=True, kw_only=True):
    """A word of tests: a `stand-in` for a broker, an `eager` setting, a fixture that runs a `worker`, a limit."""

    __test__ = False
    word: str
    means: Literal["stand-in", "eager", "worker", "timeout-marker", "skips", "guard"]
    clients: tuple[str, ...] = ()


class Connect(Role, frozen=True, kw_only=True):
    """A constructor that talks to a broker at the address in one of the slots, or at one that it knows itself."""

    client: str
    address: tuple[Slot, ...] = ()


class RolesFile(CatalogueFile, frozen=True, kw_only=True):
    """One file of catalogue/roles: the tables of a catalogue file, and roles."""

    pool: tuple[Pool, ...] = ()
    handoff: tuple[Handoff, ...] = ()
    limiter: tuple[Limiter, ...] = ()
    thread_call: tuple[ThreadCall, ...] = msgspec.field(default=(), name="thread-call")
    thread_setting: tuple[ThreadSetting, ...] = msgspec.field(default=(), name="thread-setting")
    spawn: tuple[Spawn, ...] = ()
    background: tuple[Background, ...] = ()
    route: tuple[Route, ...] = ()
    response: tuple[Response, ...] = ()
    number: tuple[Number, ...] = ()
    default: tuple[Default, ...] = ()
    publish: tuple[Publish, ...] = ()
    consume: tuple[Consume, ...] = ()
    push: tuple[Push, ...] = ()
    codec: tuple[Codec, ...] = ()
    schema: tuple[Schema, ...] = ()
    trace: tuple[Trace, ...] = ()
    connect: tuple[Connect, ...] = ()
    instrumentation: tuple[Instrumentation, ...] = ()
    loop: tuple[Loop, ...] = ()
    sync_client: tuple[SyncClient, ...] = msgspec.field(default=(), name="sync-client")
    test_word: tuple[TestWord, ...] = msgspec.field(default=(), name="test-word")
