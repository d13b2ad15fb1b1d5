"""Facts: what one walk of one module records, as symbols that linking resolves later."""

from __future__ import annotations

import enum

import msgspec

from concurrency_lint.facts.references import (
    UNKNOWN as UNKNOWN,
    AnyReference as AnyReference,
    Attribute as Attribute,
    Awaited as Awaited,
    Binary as Binary,
    Call as Call,
    ClassHere as ClassHere,
    Collection as Collection,
    Const as Const,
    Declared as Declared,
    Element as Element,
    Entered as Entered,
    FunctionHere as FunctionHere,
    Imported as Imported,
    Item as Item,
    Mapping as Mapping,
    Name as Name,
    Narrowed as Narrowed,
    OneOf as OneOf,
    Parameter as Parameter,
    Reference as Reference,
    Starred as Starred,
    Unknown as Unknown,
    Unpacked as Unpacked,
    Yielded as Yielded,
)

FACTS_VERSION = 7


class Deed(enum.IntEnum):
    """What an operation does to the thing it refers to."""

    CALL = 0
    READ = 1  # an attribute: properties, descriptors, __getattr__
    WRITE = 2  # an attribute: setters, __set__
    ENTER = 3  # with
    ITERATE = 4  # for, comprehensions, unpacking, yield from
    SPECIAL = 5  # an operator or subscript: `method` names the special method
    TRUTH = 6
    STRING = 7
    AWAIT = 8
    ENTER_ASYNC = 9
    ITERATE_ASYNC = 10


SLICING = "__getitem__[:]"
"""The method of an operation that takes a slice: libraries' objects do not work for it as for an item."""


class Operation(msgspec.Struct, array_like=True, gc=False):
    """Something that a function body does when it runs, in order of evaluation.

    `reference` is the call, the attribute, or the operand. Lines are 1-based, columns are 0-based UTF-8 byte offsets,
    as in `ast`. `region` is an index into the function's regions, or -1.
    """

    deed: Deed
    reference: int
    line: int
    column: int
    height: int
    """How many lines further down it ends: a small number, where there are hundreds of thousands of operations."""
    end_column: int
    region: int = -1
    awaited: bool = False
    method: str = ""

    @property
    def end_line(self) -> int:
        """The line on which it ends."""
        return self.line + self.height


class RegionKind(enum.IntEnum):
    WITH = 0
    ASYNC_WITH = 1
    LOOP = 2
    TRY = 3
    HANDLER = 4
    MAIN = 5  # if __name__ == "__main__"
    SWITCH = 6  # a branch that depends on what a parameter holds
    FINALLY = 7


class Region(msgspec.Struct, array_like=True, gc=False):
    """A block inside a function; `subject` is the context expression of a `with`, the iterable of a loop.

    Of a switch, it is what is tested: `test` is truthy, none, coroutine (a coroutine function), equal, in, startswith
    or endswith (with the constant, or the collection of constants, `other`), and the branch is taken where that
    `holds`, or does not hold. Of the last item of a `with`, `test` is "again" where the block looks again for what the
    function has looked for before. Of a handler, `subject` is what that catches, if it says so; of handlers and
    `finally`, `other` is the index of the region that their `try` watches.
    """

    kind: RegionKind
    parent: int
    subject: int
    awaits: bool = False
    test: str = ""
    holds: bool = True
    other: int = UNKNOWN


class ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL = 1
    VARIADIC = 2
    KEYWORD_ONLY = 3
    KEYWORDS = 4


class ParameterFact(msgspec.Struct, array_like=True, gc=False):
    """A parameter; `relevant` when its value can matter to what the body runs: called, read, passed on, returned."""

    name: str
    kind: ParameterKind
    annotation: int
    default: int
    relevant: bool = False
    switch: bool = False
    """Whether a branch of the body depends on whether it is true, or None."""


class FunctionFact(msgspec.Struct, array_like=True):
    """A function, method, lambda, or (index 0) the module's own body."""

    name: str
    symbol: str
    line: int
    column: int
    end_line: int
    scope: int
    enclosing: int
    """Index of the function in whose body this one is defined; 0 for the module's body."""
    owner: int = -1
    """Index of the class in whose body it stands directly, or -1."""
    asynchronous: bool = False
    generator: bool = False
    parameters: list[ParameterFact] = []
    decorators: list[int] = []
    annotation: int = UNKNOWN
    returns: list[int] = []
    return_regions: list[int] = []
    """For each of `returns`, the region in which it stands."""
    yields: list[int] = []
    operations: list[Operation] = []
    regions: list[Region] = []
    kept: bool = False
    """Whether it gives back an attribute, or a name of its module, after asking whether there is anything in it yet."""


class ClassFact(msgspec.Struct, array_like=True):
    """A class. `members` is what its body binds; `attributes` what its methods assign to `self.name` or `cls.name`."""

    name: str
    symbol: str
    line: int
    scope: int
    enclosing: int
    bases: list[int] = []
    decorators: list[int] = []
    metaclass: int = UNKNOWN
    members: dict[str, list[int]] = {}
    attributes: dict[str, list[int]] = {}
    fields: list[str] = []
    """Annotated names of the body, in order: the constructor's parameters of a dataclass or pydantic model."""


class ScopeFact(msgspec.Struct, array_like=True):
    """A scope and what its names may be bound to. `kind` is `module`, `class` or `function`."""

    kind: str
    parent: int
    function: int
    bindings: dict[str, list[int]] = {}
    global_names: list[str] = []


class KeywordPlace(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """Where a keyword of a call, a key of a dict display, or a class begins."""

    line: int
    column: int


class DecoratorPlace(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """The stretch of a decorator, without its `@`."""

    line: int
    column: int
    end_line: int
    end_column: int


class Assigned(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """`name = reference` at module or class level, in order of the source."""

    scope: int
    name: str
    reference: int
    line: int
    column: int
    chosen: bool
    """Whether it stands below an `if`, a `try` or a loop."""
    end_line: int


class Written(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """`base.name = value`, or `base[key] = value` where `name` is empty."""

    function: int
    chosen: bool
    base: int
    name: str
    key: int
    value: int
    line: int
    column: int


class Handler(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """An `except` clause: the region it opens, and what it catches; `bare` where it names nothing."""

    function: int
    region: int
    kind: int
    bare: bool
    line: int
    column: int


class Raised(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A `raise` statement."""

    function: int
    region: int


class Layout(msgspec.Struct, array_like=True):
    """Where things stand that are no operations. Only modules that mention task queues have one."""

    keywords: dict[str, list[KeywordPlace]] = {}
    """The keywords of calls that span lines, by "line:column" of the call's end."""
    keys: dict[int, list[KeywordPlace]] = {}
    """The keys of dict displays, by reference."""
    chosen: list[str] = []
    """Calls of attributes below an `if`, a `try` or a loop, by "line:column" of their end."""
    decorators: dict[int, list[DecoratorPlace]] = {}
    assigned: list[Assigned] = []
    written: list[Written] = []
    handlers: list[Handler] = []
    raised: list[Raised] = []
    class_columns: list[KeywordPlace] = []


class ModuleFacts(msgspec.Struct, array_like=True):
    """Everything that linking and rules know of one module. A pure function of its source and the Python grammar."""

    references: list[AnyReference]
    scopes: list[ScopeFact]
    functions: list[FunctionFact]
    classes: list[ClassFact]
    star_imports: list[tuple[int, str]]
    exported: list[str] | None
    """`__all__`, where it is a plain list of strings."""
    attribute_writes: list[tuple[int, str, int]]
    """`base.name = value` where base is not the `self` of a method: references of base and value."""
    trusted_lines: dict[int, list[str]]
    """Lines with `# noqa: CNC...`: line number to the codes and prefixes named."""
    layout: Layout | None = None
    number_writes: list[tuple[int, str, int]] = []
    """The same as `attribute_writes`, where the value may be a number and is no object to follow."""
