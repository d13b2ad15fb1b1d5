"""Of all that blocks, what is told: the nearest kinds of a call, and once what many calls of a module lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from concurrency_lint.findings import Step

if TYPE_CHECKING:
    from concurrency_lint.project.blocking import BlockingCall
    from concurrency_lint.project.modules import LinkedModule

_FURTHER_AWAY = 2
"""How many hops longer than the shortest chain from the same call another kind's chain may be."""
_MOST_KINDS = 3
_IN_SIGHT = 5
"""How many hops away more than one kind is told of: what is further away is told of once, by its nearest kind."""
_LOCK_IN_SIGHT = 2
"""How many hops away a lock that nobody holds for long is told of."""
_GRAVEST = (
    *("event-loop", "sleep", "input", "http", "network", "database", "subprocess", "cpu", "file"),
    *("wait", "result", "lock-across-await", "lock", "enqueue", "short-lock", "metadata"),
)
_FAR = 5
"""From so many steps on, a module tells of a place that blocks once, not at each of its calls that lead there."""
_DEEP = 3
_OFTEN = 16
"""So many calls of a module that go the same way, by `_DEEP` steps or more: it is there that something is wrong."""


def worth_telling(kinds: dict[str, int]) -> list[str]:
    """Of what one call blocks on, the nearest: offloading the call settles what lies behind it, too."""
    nearest = min((far for kind, far in kinds.items() if kind != "short-lock"), default=_LOCK_IN_SIGHT)
    told = [
        kind
        for kind, far in kinds.items()
        if far <= (_LOCK_IN_SIGHT if kind == "short-lock" else max(nearest, min(nearest + _FURTHER_AWAY, _IN_SIGHT)))
    ]
    return sorted(told, key=lambda kind: (kinds[kind], _GRAVEST.index(kind)))[:_MOST_KINDS]


def told_once(calls: Iterable[BlockingCall], modules: Iterable[LinkedModule]) -> Iterator[BlockingCall]:
    """Of the calls in one module that lead to one far place, or often by one way, the nearest stands for the others.

    What is to be mended stands there, not at each of them. Wrapped functions lead by the same way wherever they are
    called, and are different ones all the same. What a comment silences is told of, and stands for no other.
    """
    trusted = {module.path: module.facts.trusted_lines for module in modules}
    far: dict[tuple[str, str, Step], list[BlockingCall]] = {}
    deep: dict[tuple[str, str, tuple[Step, ...]], list[BlockingCall]] = {}
    for call in calls:
        if len(call.chain) < _DEEP or call.wrapped or call.span.line in trusted.get(call.path, ()):
            yield call
        elif len(call.chain) >= _FAR:
            far.setdefault((call.path, call.kind, call.chain[-1]), []).append(call)
        else:
            deep.setdefault((call.path, call.kind, call.chain[1:]), []).append(call)
    for several in deep.values():
        if len({call.span for call in several}) < _OFTEN:
            yield from several
        else:
            yield _nearest(several)
    for several in far.values():
        yield _nearest(several)


def _nearest(calls: list[BlockingCall]) -> BlockingCall:
    first = min(calls, key=lambda call: (-call.severity.rank, len(call.chain), call.span.line, call.span.column))
    return msgspec.structs.replace(first, others=len({call.span for call in calls}) - 1)
