"""Facts: what one walk of one module records, as symbols that linking resolves later.

An expression is a *reference*: a small record in the module's table `ModuleFacts.references`, named by its index.
Equal expressions share one record. Local variables are replaced by what was assigned to them on the way there, so
`s = requests.Session(); s.get(u)` refers to `get` of a call of `requests.Session`, whatever `s` means elsewhere.
"""

from __future__ import annotations

import enum
from typing import Union

import msgspec

FACTS_VERSION = 1
UNKNOWN = 0
"""The index of the reference that stands for what cannot be known."""


class Reference(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One expression. Fields of type int are indices of references, unless they say otherwise."""


class Unknown(Reference, frozen=True, array_like=True, gc=False, tag=0):
    """Anything the walk does not describe."""


class Const(Reference, frozen=True, array_like=True, gc=False, tag=1):
    """A literal. `kind` keeps `True`, `1` and `1.0` apart; long strings and bytes keep no value."""

    kind: str
    value: Union[None, bool, int, float, str]


class Name(Reference, frozen=True, array_like=True, gc=False, tag=2):
    """A name as seen from a scope (index into `scopes`), where the walk did not see its one assignment."""

    scope: int
    name: str


class OneOf(Reference, frozen=True, array_like=True, gc=False, tag=3):
    """Several possibilities: branches, `a or b`, a conditional expression."""

    options: tuple[int, ...]


class Attribute(Reference, frozen=True, array_like=True, gc=False, tag=4):
    base: int
    name: str


class Call(Reference, frozen=True, array_like=True, gc=False, tag=5):
    """A call; a keyword of `**` is an unpacked mapping, an argument that is `Starred` an unpacked iterable."""

    function: int
    arguments: tuple[int, ...]
    keywords: tuple[tuple[str, int], ...]


class Item(Reference, frozen=True, array_like=True, gc=False, tag=6):
    base: int
    index: int


class Element(Reference, frozen=True, array_like=True, gc=False, tag=7):
    """What iterating over `base` gives."""

    base: int
    asynchronous: bool


class Unpacked(Reference, frozen=True, array_like=True, gc=False, tag=8):
    """The `position`-th target of an unpacking assignment; -1 for a starred target."""

    base: int
    position: int


class Entered(Reference, frozen=True, array_like=True, gc=False, tag=9):
    """What `with base as x` gives."""

    base: int
    asynchronous: bool


class Awaited(Reference, frozen=True, array_like=True, gc=False, tag=10):
    base: int


class Parameter(Reference, frozen=True, array_like=True, gc=False, tag=11):
    """A parameter: indices into `functions` and into that function's `parameters`."""

    function: int
    position: int


class FunctionHere(Reference, frozen=True, array_like=True, gc=False, tag=12):
    """A function or lambda of this module, with its decorators applied (index into `functions`)."""

    function: int


class ClassHere(Reference, frozen=True, array_like=True, gc=False, tag=13):
    """A class of this module (index into `classes`)."""

    class_: int


class Imported(Reference, frozen=True, array_like=True, gc=False, tag=14):
    """`import module` (empty `name`) or `from module import name`, `level` dots up."""

    level: int
    module: str
    name: str


class Collection(Reference, frozen=True, array_like=True, gc=False, tag=15):
    """A list, tuple or set display, or a comprehension, whose one item stands for all."""

    kind: str
    items: tuple[int, ...]


class Mapping(Reference, frozen=True, array_like=True, gc=False, tag=16):
    keys: tuple[int, ...]
    values: tuple[int, ...]


class Binary(Reference, frozen=True, array_like=True, gc=False, tag=17):
    """A binary operation, named by its special method (`__truediv__`)."""

    method: str
    left: int
    right: int


class Declared(Reference, frozen=True, array_like=True, gc=False, tag=18):
    """What was assigned (`value`), or, where that says too little, something of the type that an annotation names."""

    annotation: int
    value: int = UNKNOWN


class Narrowed(Reference, frozen=True, array_like=True, gc=False, tag=19):
    """`base` where `isinstance(base, classes)` is known to hold, or not to hold."""

    base: int
    classes: int
    holds: bool


class Starred(Reference, frozen=True, array_like=True, gc=False, tag=20):
    base: int


class Yielded(Reference, frozen=True, array_like=True, gc=False, tag=21):
    """The value of a `yield from base` expression."""

    base: int


AnyReference = Union[
    Unknown,
    Const,
    Name,
    OneOf,
    Attribute,
    Call,
    Item,
    Element,
    Unpacked,
    Entered,
    Awaited,
    Parameter,
    FunctionHere,
    ClassHere,
    Imported,
    Collection,
    Mapping,
    Binary,
    Declared,
    Narrowed,
    Starred,
    Yielded,
]


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


class Operation(msgspec.Struct, array_like=True, gc=False):
    """Something that a function body does when it runs, in order of evaluation.

    `reference` is the call, the attribute, or the operand. Lines are 1-based, columns are 0-based UTF-8 byte offsets,
    as in `ast`. `region` is an index into the function's regions, or -1.
    """

    deed: Deed
    reference: int
    line: int
    column: int
    end_line: int
    end_column: int
    region: int = -1
    awaited: bool = False
    method: str = ""


class RegionKind(enum.IntEnum):
    WITH = 0
    ASYNC_WITH = 1
    LOOP = 2
    TRY = 3
    HANDLER = 4
    MAIN = 5  # if __name__ == "__main__"
    # Branches that a parameter (the subject) switches:
    TRUTHY = 6
    FALSY = 7
    NONE = 8
    NOT_NONE = 9


class Region(msgspec.Struct, array_like=True, gc=False):
    """A block inside a function; `subject` is the context expression of a `with`, the iterable of a loop."""

    kind: RegionKind
    parent: int
    subject: int
    awaits: bool = False


class ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL = 1
    VARIADIC = 2
    KEYWORD_ONLY = 3
    KEYWORDS = 4


class ParameterFact(msgspec.Struct, array_like=True, gc=False):
    """A parameter; `relevant` when its value can matter to what the body runs (called, read from, passed on, returned)."""

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
