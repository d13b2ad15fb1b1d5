"""References: the expressions of a module as small records in one table, where equal ones share an index."""

from __future__ import annotations

import msgspec

UNKNOWN = 0
"""The index of the reference that stands for what cannot be known."""


class Reference(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One expression. Fields of type int are indices of references, unless they say otherwise."""


class Unknown(Reference, frozen=True, array_like=True, gc=False, tag=0):
    """Anything the walk does not describe."""


class Const(Reference, frozen=True, array_like=True, gc=False, tag=1):
    """A literal. `kind` keeps `True`, `1` and `1.0` apart; long strings and bytes keep no value.

    `str on_*` is the kind of text that is put together and may be a name: `f"on_{event}"`.
    """

    kind: str
    value: bool | int | float | str | None


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


AnyReference = (
    Unknown
    | Const
    | Name
    | OneOf
    | Attribute
    | Call
    | Item
    | Element
    | Unpacked
    | Entered
    | Awaited
    | Parameter
    | FunctionHere
    | ClassHere
    | Imported
    | Collection
    | Mapping
    | Binary
    | Declared
    | Narrowed
    | Starred
    | Yielded
)
