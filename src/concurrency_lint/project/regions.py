"""The blocks of a function that stand around a place in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrency_lint.facts.model import FunctionFact, RegionKind


def regions_around(fact: FunctionFact, region: int) -> Iterator[int]:
    """A region, which may be none, and those that it stands in, innermost first."""
    while region >= 0:
        yield region
        region = fact.regions[region].parent


def stands_in(fact: FunctionFact, region: int, kind: RegionKind) -> bool:
    """Whether a region, or one that it stands in, is of this kind."""
    return any(fact.regions[each].kind is kind for each in regions_around(fact, region))
