"""What operations do: the functions that they run, and the blocking calls of libraries that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from concurrency_lint.catalogue.schema import Attribute, Call
    from concurrency_lint.project.values import Function, Value


class Hit(NamedTuple):
    """A blocking call of a library: the canonical name, its entry, and the object it was called on."""

    name: str
    entry: Call | Attribute
    receiver: Value | None


class Effects:
    """What one operation does. `runs` are functions whose bodies run here; `starts` are coroutine functions called.

    Of `runs`, those `in_greenlet` run where the library awaits its own input and output (`AsyncSession.run_sync`).
    """

    __slots__ = ("hits", "in_greenlet", "resolved", "runs", "starts")

    def __init__(self) -> None:
        self.hits: list[Hit] = []
        self.runs: list[Function] = []
        self.starts: list[Function] = []
        self.in_greenlet: list[Function] = []
        self.resolved = False

    def share_lists(self) -> None:
        """Hold no empty lists of its own, nor lists of one function: nothing is added from now on."""
        self.hits = self.hits or _NOTHING
        self.runs = _shared(self.runs)
        self.starts = _shared(self.starts)
        self.in_greenlet = self.in_greenlet or _NOTHING


def _shared(functions: list[Function]) -> list[Function]:
    if len(functions) != 1:
        return functions or _NOTHING
    (only,) = functions
    if only.alone is None:
        only.alone = functions
    return only.alone


_NOTHING: list[Any] = []
