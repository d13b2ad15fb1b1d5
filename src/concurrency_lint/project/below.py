"""The functions that a function runs, at any depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrency_lint.project.graph import Graph
    from concurrency_lint.project.values import Function

MOST_FUNCTIONS = 300
"""Beyond so many functions below a call, what it does is taken to be unknown."""


def below(graph: Graph, start: Function) -> list[Function]:
    """A function and those that it runs, as far as they have been explored; more than `MOST_FUNCTIONS` for too many."""
    found = {start: None}
    waiting = [start]
    while waiting and len(found) <= MOST_FUNCTIONS:
        here = waiting.pop()
        for site in graph.node(here).sites if graph.knows(here) else ():
            for function in site.effects.runs:
                if function not in found:
                    found[function] = None
                    waiting.append(function)
    return list(found)
