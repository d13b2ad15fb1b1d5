"""A blocking call becomes the coroutine function that does the same, awaited."""

from __future__ import annotations

from concurrency_lint.fixes.awaiting import obstacle, parentheses
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site

name = "await"


def draft(site: Site) -> Draft:
    """`time.sleep(x)` becomes `await asyncio.sleep(x)`. Raises `RefusedError`."""
    source, call = site.source, site.call()
    if reason := obstacle(source, call):
        raise RefusedError(reason)
    awaitable = site.data["awaitable"]
    if site.data["kind"] == "sleep":
        awaitable = site.runtimes.sleeping(site.imports.roots).sleep
    written, needed = site.imports.name(awaitable, call)
    before, after = parentheses(source, call)
    edits = [source.edit(source.start(call), source.end(call.func), f"{before}await {written}")]
    for argument in call.args:
        # `secs` has no name in `time.sleep`; `asyncio.sleep` calls it `delay`.
        if argument.keyword is not None or argument.star:
            raise RefusedError("its arguments are not given by position")
    if after:
        edits.append(source.edit(source.end(call), source.end(call), after))
    return Draft(
        applicability="safe",
        title=f"Replace `{source.written(call.func)}` by `await {awaitable}`",
        edits=tuple(edits),
        imports=frozenset(filter(None, [needed])),
    )
