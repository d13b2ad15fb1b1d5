"""The operations of a function in the order in which they run: those before one, those after it, until one waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice, takewhile
from typing import TYPE_CHECKING

from concurrency_lint.facts.model import Deed

if TYPE_CHECKING:
    from concurrency_lint.facts.model import FunctionFact, Operation


SUSPENDING = (Deed.AWAIT, Deed.ENTER_ASYNC, Deed.ITERATE_ASYNC)


def before(fact: FunctionFact, operation: Operation) -> list[Operation]:
    """What a function does before an operation of its own."""
    return list(takewhile(lambda each: each is not operation, fact.operations))


def after(fact: FunctionFact, operation: Operation) -> Iterator[Operation]:
    """What a function does after an operation of its own."""
    return islice(dropwhile(lambda each: each is not operation, fact.operations), 1, None)


def until_one_waits(operations: Iterable[Operation]) -> Iterator[Operation]:
    """Those that come before the first at which a coroutine waits."""
    return takewhile(lambda each: not suspends(each), operations)


def suspends(operation: Operation) -> bool:
    """Whether a coroutine waits at an operation."""
    return operation.awaited or operation.deed in SUSPENDING
