"""Words about chains of calls, for rules of all families."""

from __future__ import annotations

from concurrency_lint.findings import Step


def via(chain: tuple[Step, ...]) -> str:
    """The functions between the first and the last call of a chain, in short: `, via load() -> fetch()`."""
    names = [f"{step.target}()" for step in chain[:-1]]
    if len(names) > 4:
        names = [*names[:2], "...", names[-1]]
    return f", via {' -> '.join(names)}" if names else ""
