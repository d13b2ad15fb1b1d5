"""The blocks of a function: those around a place in it, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from concurrency_lint.facts.model import RegionKind

if TYPE_CHECKING:
    from concurrency_lint.facts.model import FunctionFact, Operation


def regions_around(fact: FunctionFact, region: int) -> Iterator[int]:
    """A region, which may be none, and those that it stands in, innermost first."""
    while region >= 0:
        yield region
        region = fact.regions[region].parent


def stands_in(fact: FunctionFact, region: int, kind: RegionKind) -> bool:
    """Whether a region, or one that it stands in, is of this kind."""
    return any(fact.regions[each].kind is kind for each in regions_around(fact, region))


def blocks_of(fact: FunctionFact, operation: Operation) -> list[int]:
    """The regions of the `with` statement whose context manager an operation enters, without those inside them."""
    return [
        number
        for number, region in enumerate(fact.regions)
        if region.kind is RegionKind.WITH
        and region.subject == operation.reference
        and region.parent == operation.region
    ]


def inside(fact: FunctionFact, regions: Iterable[int]) -> list[Operation]:
    """The operations that stand in some regions, or in others inside them."""
    within = set(regions)
    for number, region in enumerate(fact.regions):
        if region.parent in within:
            within.add(number)
    return [operation for operation in fact.operations if operation.region in within]
