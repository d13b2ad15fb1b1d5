"""A blocking call is made in a thread, and awaited."""

from __future__ import annotations

from concurrency_lint.catalogue.runtime import Runtime
from concurrency_lint.fixes.awaiting import needs_parentheses, obstacle
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.moving import moved
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
    if reason := obstacle(source, call) or _unmovable(source, call):
        raise RefusedError(reason)
    runtime = site.runtimes.sending(site.imports.roots)
    if runtime.path and _on_new_path(site, call):
        return _on_asynchronous_path(site, call, runtime)
    offload, needed = site.imports.name(runtime.thread, call)
    imports = {needed}
    opening, closing = f"await {offload}(", ")"
    if not runtime.keywords and any(each.keyword is not None or each.star == "**" for each in call.args):
        partial, needed = site.imports.name("functools.partial", call)
        imports.add(needed)
        opening, closing = f"{opening}{partial}(", "))"
    if needs_parentheses(source, call):
        opening, closing = f"({opening}", f"{closing})"
    return Draft(
        applicability="unsafe",
        title=(
            f"Send `{_short(source.written(call.func))}` to a thread with `{runtime.thread}`; what it shares with "
            "other code is then used from two threads"
        ),
        edits=moved(source, call, opening, closing),
        imports=frozenset(imports - {""}),
    )


def _unmovable(source: Source, call: Node) -> str:
    if is_a(call.func, "Name") and call.func.value in ("next", "super", "locals", "globals", "vars"):
        return "what it does depends on where it is called"
    for argument in call.args:
        if is_a(argument.value, "GeneratorExp"):
            return "the generator that it is given would run in the thread, too"
    inner = [node for node in source.nodes("Yield") if any(parent is call for parent, _ in source.parents(node))]
    return "a `yield` stands among its arguments" if inner else ""


def _on_new_path(site: Site, call: Node) -> bool:
    """Whether a method is called on a path that is made in the same breath: `Path(name).read_text()`."""
    sink = site.data["sink"]
    return (
        len(site.finding.chain) == 1
        and sink.startswith(_PATH)
        and sink.removeprefix(_PATH) in _ON_PATHS
        and is_a(call.func, "Attribute")
        and is_a(call.func.value, "Call")
        and site.source.written(call.func.value.func).rpartition(".")[2] == "Path"
    )


def _on_asynchronous_path(site: Site, call: Node, runtime: Runtime) -> Draft:
    source = site.source
    written, needed = site.imports.name(runtime.path, call)
    before, after = ("(", ")") if needs_parentheses(source, call) else ("", "")
    edits = [source.edit(source.start(call), source.end(call.func.value.func), f"{before}await {written}")]
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
