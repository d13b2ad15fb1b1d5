"""Values of options and settings: what each may be, and the place that says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from concurrency_lint.project.celery.literals import UNKNOWN


class Unset:
    """The value of what nothing sets."""

    def __repr__(self) -> str:
        return "unset"


UNSET = Unset()


class Place(NamedTuple):
    """Where a value is written. `layer` says in a few words what kind of place it is."""

    path: str
    line: int
    layer: str
    column: int = 0


class Possibility(NamedTuple):
    """One value that an option may have, and the place that gives it; None where nothing does."""

    value: Any
    place: Place | None = None


class Effective:
    """What an option may be to the worker, and the layers that were looked at to know."""

    __slots__ = ("looked_at", "possibilities")

    def __init__(self, possibilities: tuple[Possibility, ...], looked_at: tuple[str, ...] = ()) -> None:
        self.possibilities, self.looked_at = possibilities, looked_at

    @property
    def unknown(self) -> bool:
        """Whether it may be something that nobody can know."""
        return any(possibility.value is UNKNOWN for possibility in self.possibilities)

    @property
    def value(self) -> Any:
        """Its one value, `UNSET` included; `UNKNOWN` where there may be several."""
        first = self.possibilities[0].value
        same = all(type(p.value) is type(first) and p.value == first for p in self.possibilities)
        return first if same else UNKNOWN

    @property
    def is_set(self) -> bool:
        """Whether some layer surely sets it, to whatever value."""
        return all(possibility.value is not UNSET for possibility in self.possibilities)

    @property
    def place(self) -> Place | None:
        """The place of the first value that one has."""
        return next((possibility.place for possibility in self.possibilities if possibility.place is not None), None)

    def surely(self, test: Callable[[Any], bool]) -> bool:
        """Whether every value that it may have passes the test, and none is unknown."""
        return not self.unknown and all(test(possibility.value) for possibility in self.possibilities)

    def or_else(self, other: Effective) -> Effective:
        """This where it is set, the other where nothing sets it."""
        if self.is_set:
            return self
        kept = tuple(possibility for possibility in self.possibilities if possibility.value is not UNSET)
        return Effective((*kept, *other.possibilities), (*self.looked_at, *other.looked_at))


NOT_SET = Effective((Possibility(UNSET),))
NOT_KNOWN = Effective((Possibility(UNKNOWN),))


def falsy(value: Any) -> bool:
    """Whether a known value counts as not set or off."""
    return value is UNSET or not value
