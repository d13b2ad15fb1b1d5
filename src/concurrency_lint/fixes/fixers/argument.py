"""A coroutine that is run on a loop of its own is awaited on the one that runs already."""

from __future__ import annotations

from concurrency_lint.fixes.awaiting import obstacle, parentheses
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.source import Node, is_a

name = "argument"


def draft(site: Site) -> Draft:
    """`asyncio.run(main())` becomes `await main()`. Raises `RefusedError`."""
    source, call = site.source, site.call()
    if reason := obstacle(source, call):
        raise RefusedError(reason)
    first = call.args[0] if call.args else None
    others = [each for each in call.args[1:] if each.keyword is None or each.keyword.value != "debug"]
    if first is None or first.star or first.keyword is not None or others:
        raise RefusedError("what it runs is not its one argument")
    runner: Node = call.func.value if is_a(call.func, "Attribute") else None
    if is_a(runner, "Name") and not any(each.bound == runner.value for each in site.imports.every):
        raise RefusedError(f"`{runner.value}` is made for it; take that away, too, and await the coroutine")
    value = first.value
    if not is_a(value, "Call", "Name", "Attribute") or source.parent(value) is not first:
        raise RefusedError("what it runs is not called in place")
    before, after = parentheses(source, call)
    value_start, value_end = source.start(value) - len(value.lpar), source.end(value) + len(value.rpar)
    if "#" in source.text[source.end(call.func) : value_start] + source.text[value_end : source.end(call)]:
        raise RefusedError("a comment stands among its arguments")
    return Draft(
        applicability="safe",
        title=f"Await `{source.written(value)}` on the loop that runs already",
        edits=(
            source.edit(source.start(call), value_start, f"{before}await "),
            source.edit(value_end, source.end(call), after),
        ),
    )
