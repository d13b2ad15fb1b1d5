"""A blocking call is made in a thread, and awaited."""

from __future__ import annotations

import msgspec

from concurrency_lint.catalogue.runtime import Runtime
from concurrency_lint.findings import Edit
from concurrency_lint.fixes.asking import used_afterwards
from concurrency_lint.fixes.awaiting import cleans_up, is_not_begun, needs_parentheses, obstacle, parentheses
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.moving import moved, wrapped
from concurrency_lint.fixes.processes import as_coroutine
from concurrency_lint.fixes.source import Node, Source, is_a

name = "offload"

_PATH = "pathlib.Path."
_ON_PATHS = (
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "exists",
    "is_file",
    "is_dir",
    "stat",
    "mkdir",
    "unlink",
    "touch",
)


def draft(site: Site) -> Draft:
    """`requests.get(url)` becomes `await asyncio.to_thread(requests.get, url)`. Raises `RefusedError`."""
    source, call = site.source, site.call()
    if (
        reason := obstacle(source, call)
        or cleans_up(source, call)
        or _unmovable(source, call)
        or used_afterwards(source, call)
    ):
        raise RefusedError(reason)
    if own := site.runtimes.own_way(source.text):
        raise RefusedError(f"the project sends such work elsewhere with `{own}`; use that")
    runtime = site.runtimes.sending(site.imports.roots)
    if reason := is_not_begun(source, call) if runtime.portable else "":
        raise RefusedError(reason)
    if runtime.path and _on_path(site, call):
        return _on_asynchronous_path(site, call, runtime)
    if runtime.run_process and len(site.finding.chain) == 1:
        written, needed = site.imports.name(runtime.run_process, call)
        edits = as_coroutine(source, call, site.data["sink"], written)
        if edits and (site.data["sink"] == "subprocess.run" or not needs_parentheses(source, call)):
            return _by_coroutine(site, call, runtime.run_process, edits, needed)
    if reason := site.runtimes.missing(runtime):
        raise RefusedError(reason)
    sends = _sends(site, runtime)
    offload, needed = site.imports.name(sends, call)
    imports = {needed}
    opening, closing = f"await {offload}(", ")"
    if (
        not runtime.wraps
        and not runtime.keywords
        and any(each.keyword is not None or each.star == "**" for each in call.args)
    ):
        partial, needed = site.imports.name("functools.partial", call)
        imports.add(needed)
        opening, closing = f"{opening}{partial}(", "))"
    if needs_parentheses(source, call):
        opening, closing = f"({opening}", f"{closing})"
    return Draft(
        applicability="unsafe",
        title=(
            f"Send `{_short(source.written(call.func))}` to a {site.data['where']} with `{sends}`; "
            + (
                "what it shares with other code is then used from two threads"
                if sends == runtime.thread
                else "its arguments and its result are copied"
            )
        ),
        edits=(wrapped if runtime.wraps else moved)(source, call, opening, closing, site.width),
        imports=frozenset(imports - {""}),
    )


def _unmovable(source: Source, call: Node) -> str:
    if is_a(call.func, "Name") and call.func.value in ("next", "super", "locals", "globals", "vars"):
        return "what it does depends on where it is called"
    for argument in call.args:
        if is_a(argument.value, "GeneratorExp"):
            return "the generator that it is given would run in the thread, too"
    if is_a(call.func, "Attribute") and _writes_to(source, call, source.written(call.func.value)):
        return "the coroutine writes to what it reads from, which other code could change between"
    inner = [node for node in source.nodes("Yield") if source.is_inside(node, call)]
    return "a `yield` stands among its arguments" if inner else ""


def _writes_to(source: Source, call: Node, receiver: str) -> bool:
    """Whether the function that makes a call assigns to items of the call's receiver, or deletes them."""
    function = next((parent for parent, _ in source.parents(call) if is_a(parent, "FunctionDef")), None)
    return any(
        source.written(item.value) == receiver and source.is_inside(item, function) and _is_written(source, item)
        for item in source.nodes("Subscript")
    )


def _is_written(source: Source, item: Node) -> bool:
    parent = source.parent(item)
    return is_a(parent, "AssignTarget", "Del") or (is_a(parent, "AugAssign", "AnnAssign") and parent.target is item)


def _sends(site: Site, runtime: Runtime) -> str:
    """What sends a call where it is to go."""
    if site.data["where"] == "thread":
        return runtime.thread
    if not runtime.process:
        raise RefusedError("it holds the interpreter lock, so that a thread would not help; send it to another process")
    return runtime.process


def _by_coroutine(site: Site, call: Node, dotted: str, edits: tuple[Edit, ...], needed: str) -> Draft:
    source = site.source
    if needs_parentheses(source, call):
        end = source.end(call)
        first = msgspec.structs.replace(edits[0], content=f"({edits[0].content}")
        edits = (first, *edits[1:], source.edit(end, end, ")"))
    return Draft(
        applicability="unsafe",
        title=f"Use `{dotted}`; other code runs meanwhile, and cancelling it kills the process",
        edits=edits,
        imports=frozenset(filter(None, [needed])),
    )


def _on_path(site: Site, call: Node) -> bool:
    """Whether a method is called on a path that is made in the same breath, or has a name: `path.read_text()`."""
    sink = site.data["sink"]
    if len(site.finding.chain) > 1 or not sink.startswith(_PATH) or sink.removeprefix(_PATH) not in _ON_PATHS:
        return False
    if not is_a(call.func, "Attribute") or call.func.value.lpar:
        return False
    receiver = call.func.value
    if is_a(receiver, "Call"):
        return site.source.written(receiver.func).rpartition(".")[2] == "Path"
    return is_a(receiver, "Name") or (is_a(receiver, "Attribute") and is_a(receiver.value, "Name"))


def _on_asynchronous_path(site: Site, call: Node, runtime: Runtime) -> Draft:
    source = site.source
    written, needed = site.imports.name(runtime.path, call)
    before, after = parentheses(source, call)
    receiver = call.func.value
    if is_a(receiver, "Call"):
        edits = [source.edit(source.start(call), source.end(receiver.func), f"{before}await {written}")]
    else:
        end = source.end(receiver)
        opening = f"{before}await {written}("
        edits = [source.edit(source.start(call), source.start(call), opening), source.edit(end, end, ")")]
    if after:
        edits.append(source.edit(source.end(call), source.end(call), after))
    return Draft(
        applicability="unsafe",
        title=f"Use `{runtime.path}`; other code runs meanwhile",
        edits=tuple(edits),
        imports=frozenset(filter(None, [needed])),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 50 else line[:47] + "..."
