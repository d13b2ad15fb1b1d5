"""Work that is given to the loop's own executor is given to the library's threads."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.awaiting import is_not_begun
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site, place_of
from concurrency_lint.fixes.source import Node, Source, is_a

name = "executor"

_OWN_THREADS = "it has threads of its own, and sees the context's variables"
_SAME_THREADS = "it sees the context's variables, and asks for no loop"
_LOOPS = ("get_running_loop", "get_event_loop")


def together(site: Site) -> Hashable:
    """All of a function, since the last of them takes the loop along."""
    return site.finding.symbol


def draft(site: Site) -> Draft:
    """`await loop.run_in_executor(None, f, x)` becomes `await asyncio.to_thread(f, x)`. Raises `RefusedError`."""
    source = site.source
    if site.runtimes.gives_loop_an_executor:
        raise RefusedError("the project gives the loop an executor of its own, which the library's threads go past")
    calls = [_checked(site, source.call_at(place_of(finding))) for finding in site.findings]
    edits: list[Edit] = []
    imports = set()
    runtime = site.runtimes.sending(site.imports.roots)
    if reason := site.runtimes.missing(runtime):
        raise RefusedError(reason)
    if runtime.wraps:
        raise RefusedError(f"`{runtime.thread}`, which the module uses, is called in another way; write that by hand")
    if reason := next(filter(None, (is_not_begun(source, call) for call in calls)), "") if runtime.portable else "":
        raise RefusedError(reason)
    for call in calls:
        written, needed = site.imports.name(runtime.thread, call)
        imports.add(needed)
        edits += [
            source.edit(source.start(call), source.end(call.func), written),
            source.edit(source.start(call.args[0]), source.start(call.args[1]), ""),
        ]
    edits += _without_loop(site, calls)
    return Draft(
        applicability="unsafe",
        title=f"Use `{runtime.thread}`; {_SAME_THREADS if runtime.since else _OWN_THREADS}",
        edits=tuple(edits),
        imports=frozenset(imports - {""}),
    )


def _checked(site: Site, call: Node) -> Node:
    """The call, as far as it can be written otherwise. Raises `RefusedError`."""
    source = site.source
    if call is None or not is_a(call.func, "Attribute"):
        raise RefusedError("it is not a call that stands by itself in the source")
    if not is_a(source.parent(call), "Await"):
        raise RefusedError("it is not awaited where it is called, so it runs meanwhile")
    arguments = call.args
    if len(arguments) < 2 or any(each.keyword is not None or each.star == "**" for each in arguments):
        raise RefusedError("its arguments are not given by position")
    if not is_a(arguments[0].value, "Name") or arguments[0].value.value != "None":
        raise RefusedError("it goes to a pool of its own, which bounds the number of threads; pass a limiter instead")
    if "#" in source.text[source.end(call.func) : source.start(arguments[1])]:
        raise RefusedError("a comment stands among its arguments")
    return call


def _without_loop(site: Site, calls: list[Node]) -> Iterator[Edit]:
    """The edits that take away `loop = asyncio.get_running_loop()` where nothing else needs it."""
    source = site.source
    for word in {call.func.value.value for call in calls if is_a(call.func.value, "Name")}:
        functions = [parent for parent, _ in source.parents(calls[0]) if is_a(parent, "FunctionDef")]
        function = next((each for each in functions if _binds(source, each, word)), functions[0])
        inside = [node for node in source.nodes("Name") if node.value == word and source.is_inside(node, function)]
        made = [node for node in inside if _is_target(source, node)]
        used = [node for node in inside if node not in made]
        if not made or not all(any(node is call.func.value for call in calls) for node in used):
            continue
        line = source.parent(_assignment(source, made[0]))
        if len(made) > 1 or not _goes(source, made[0], line):
            raise RefusedError(f"`{word}` would be left over; take it away, too")
        start, end = source.line_start(source.start(line)), source.next_line(source.end(line))
        above = source.text[source.line_start(start - 1) : start] if start else ""
        below = source.text[end : source.next_line(end)]
        # Of the empty lines around it one stays.
        yield source.edit(start, end if above.strip() or below.strip() else source.next_line(end), "")


def _binds(source: Source, function: Node, word: str) -> bool:
    """Whether a function gives the name something itself, and not one inside it."""
    for node in source.nodes("Name"):
        if node.value == word and source.is_inside(node, function) and _is_target(source, node):
            return next(each for each, _ in source.parents(node) if is_a(each, "FunctionDef")) is function
    return False


def _is_target(source: Source, node: Node) -> bool:
    parent = source.parent(node)
    return is_a(parent, "AssignTarget") or (is_a(parent, "AnnAssign") and parent.target is node)


def _assignment(source: Source, node: Node) -> Node:
    parent = source.parent(node)
    return source.parent(parent) if is_a(parent, "AssignTarget") else parent


def _goes(source: Source, node: Node, line: Node) -> bool:
    """Whether the statement that gives a name the loop can be taken away."""
    statement = _assignment(source, node)
    alone = is_a(line, "SimpleStatementLine") and len(line.body) == 1 and len(source.parent(line).body) > 1
    if not alone or line.trailing_whitespace.comment is not None or not _gives_loop(statement.value):
        return False
    return is_a(statement, "AnnAssign") or len(statement.targets) == 1


def _gives_loop(value: Node) -> bool:
    if not is_a(value, "Call") or value.args:
        return False
    return (value.func.attr.value if is_a(value.func, "Attribute") else getattr(value.func, "value", "")) in _LOOPS
