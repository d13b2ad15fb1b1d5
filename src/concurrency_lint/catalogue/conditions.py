"""Tests on the arguments of a call, and what follows from them: parts of the catalogue's entries."""

from __future__ import annotations

from typing import Literal

import msgspec

Operation = Literal["call", "iterate", "length", "truth", "string", "enter", "next", "await", "getattr"]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Common ground of all tables: an unknown key is an error."""


class Condition(Entry, frozen=True, kw_only=True):
    """A test on one argument of a call: found by keyword `argument` or by `position` (0-based, receiver not counted).

    Exactly one of `equals`, `contains` (for strings), `present`, `instance` (an object of that class), `named` (any of
    these constants of libraries) is given. An
    argument that is absent has the value of `default`, when that is given, and otherwise fails the condition
    (`present = false` holds). An argument whose value cannot be known leaves a condition undecided: a boolean `equals`
    in `unless` then counts as holding, so that the call is not reported; every other undecided condition counts as not
    holding.
    """

    argument: str | None = None
    position: int | None = None
    equals: bool | int | float | str | None = None
    contains: str | None = None
    instance: str | None = None
    named: tuple[str, ...] = ()
    present: bool | None = None
    default: bool | int | float | str | None = None


class Performs(Entry, frozen=True, kw_only=True):
    """An operation that the call performs at once, on the calling thread, on one of its arguments.

    `sorted(xs, key=f)` iterates argument 0 and calls argument `key`; `len(x)` takes the length; `str(x)` the string;
    `getattr(x, name)` reads the attribute that argument 1 names.
    """

    operation: Operation
    argument: str | None = None
    position: int | None = None


class Setting(Entry, frozen=True, kw_only=True):
    """A method that sets or asks for a state of its receiver: `sock.setblocking(False)`, `future.done()`."""

    method: str
    passed: bool = False
    """Whether the method is another's, to which the receiver is passed: `select.select([sys.stdin], ...)`."""
    asked: bool | None = None
    """What the method must have said, where the function asks it: by a branch (`if not queue.empty()`), or, where it
    is an attribute, by reading it before."""
    given: Condition | None = None
    """What it must be given, if anything."""


class Variant(Entry, frozen=True, kw_only=True):
    """Another result of a call whose arguments meet all conditions: an archive in memory, a queue with a bound."""

    when: tuple[Condition, ...]
    returns: str
