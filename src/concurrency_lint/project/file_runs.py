"""Files that a coroutine removes, makes and moves one after the other: as long as it awaits nothing, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.sequence import after, before, until_one_waits
from concurrency_lint.project.sites import Hit

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.graph import Graph
    from concurrency_lint.project.values import Function

_KINDS = ("file", "metadata")
_TAKING = frozenset({"move", "remove", "rename", "renames", "replace", "rmdir", "rmtree", "unlink"})
_MAKING = frozenset(
    {
        *("copy", "copy2", "copyfile", "copytree", "hardlink_to", "link", "makedirs", "mkdir", "open", "symlink"),
        *("symlink_to", "touch", "write_bytes", "write_text"),
    }
)
_RUN = "`{}` and `{}` are one step for others, who could come between them; do both in one function and offload that"


def why_one_run(caller: Function, operation: Operation, graph: Graph) -> str:
    """What is done to files right before or after an operation that takes files away, or makes them; empty for none."""
    sites = {id(site.operation): name for site in graph.node(caller).sites if (name := _change(site.effects.hits))}
    own = sites.get(id(operation), "")
    if not own:
        return ""
    for way in (reversed(before(caller.fact, operation)), after(caller.fact, operation)):
        for each in until_one_waits(way):
            other = sites.get(id(each), "")
            if other and (own in _TAKING or other in _TAKING):
                return _RUN.format(own, other)
    return ""


def _change(hits: list[Hit]) -> str:
    """The last name of a library's call that takes away or makes a file; empty where none of these does."""
    names = (hit.name.rpartition(".")[2] for hit in hits if hit.entry.kind in _KINDS)
    return next((name for name in names if name in _TAKING or name in _MAKING), "")
