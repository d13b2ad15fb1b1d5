"""A file that is opened in a `with`, or read at once, becomes one whose reads and writes are awaited."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.awaiting import cleans_up, obstacle, parentheses
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.source import Node, Source, is_a

name = "file"

_AWAITED = (
    *("read", "read1", "readline", "readlines", "readinto", "readinto1", "write", "writelines", "truncate", "seek"),
    *("tell", "flush"),
)
_PLAIN = ("name", "mode", "encoding", "errors", "newlines", "closed", "fileno", "readable", "writable", "seekable")
_OFFLOAD = "move what is done with it into a function and offload that"


def draft(site: Site) -> Draft:
    """`with open(p) as f: f.read()` gets `async with await anyio.open_file(p)`. Raises `RefusedError`."""
    source, call = site.source, site.call()
    runtime = site.runtimes.sending(site.imports.roots, files=True)
    if not runtime.open_file:
        raise RefusedError(f"asyncio has no files; {_OFFLOAD}")
    if reason := obstacle(source, call) or cleans_up(source, call):
        raise RefusedError(reason)
    item = source.parent(call)
    if not is_a(item, "WithItem"):
        return _at_once(site, call, runtime.path)
    block = source.parent(item)
    if len(block.items) > 1 or block.asynchronous is not None:
        raise RefusedError(f"its `with` opens other things, too; {_OFFLOAD}")
    written, needed = site.imports.name(runtime.open_file, call)
    edits = [source.edit(source.start(block), source.start(block), "async ")]
    edits += _opened(source, call, written)
    if item.asname is not None:
        if not is_a(item.asname.name, "Name"):
            raise RefusedError(f"the file is not held by a plain name; {_OFFLOAD}")
        edits += _awaited(source, block, item.asname.name)
    return Draft(
        applicability="unsafe",
        title=f"Use `{runtime.open_file}`; other code runs between what is done with the file",
        edits=tuple(edits),
        imports=frozenset(filter(None, [needed])),
    )


def _opened(source: Source, call: Node, written: str) -> Iterator[Edit]:
    """`open(p)`, and `p.open()`, by the function that is to be awaited."""
    if is_a(call.func, "Name"):
        yield source.edit(source.start(call), source.end(call.func), f"await {written}")
        return
    if not is_a(call.func, "Attribute") or call.func.attr.value != "open":
        raise RefusedError(f"it is not opened by `open`; {_OFFLOAD}")
    path = call.func.value
    start, end = source.start(path) - len(path.lpar), source.end(path) + len(path.rpar)
    if is_a(path, "Name") and path.value in ("io", "codecs", "os", "builtins"):
        yield source.edit(source.start(call), source.end(call.func), f"await {written}")
        return
    after = source.start(call.args[0]) if call.args else source.end(call) - 1
    if "\n" in source.text[end:after] or "#" in source.text[end:after]:
        raise RefusedError("its arguments stand on lines of their own")
    yield source.edit(start, start, f"await {written}(")
    yield source.edit(end, after, ", " if call.args else "")


def _awaited(source: Source, block: Node, held: Node) -> Iterator[Edit]:
    """The edits that await what is done with a file. Raises `RefusedError`."""
    function = _function(source, block)
    for node in source.nodes("Name"):
        if node.value != held.value or node is held or _function(source, node) is not function:
            if node.value == held.value and source.is_inside(node, block) and node is not held:
                raise RefusedError(f"a function inside uses the file; {_OFFLOAD}")
            continue
        if source.is_label(node):
            continue
        if not source.is_inside(node, block.body):
            if not _is_of_another(source, node, block):
                raise RefusedError(f"the file is used behind its `with`; {_OFFLOAD}")
            continue
        yield from _use(source, block, node)


def _use(source: Source, block: Node, node: Node) -> Iterator[Edit]:
    parent = source.parent(node)
    call = source.parent(parent)
    for around, _ in source.parents(node):
        if around is block:
            break
        if is_a(around, "With") and around.asynchronous is None:
            raise RefusedError(f"it is read or written in another `with`; {_OFFLOAD}")
    if is_a(parent, "For") and parent.iter is node and parent.asynchronous is None:
        yield source.edit(source.start(parent), source.start(parent), "async ")
        return
    if not is_a(parent, "Attribute") or parent.value is not node:
        raise RefusedError(f"the file is given to other code; {_OFFLOAD}")
    if parent.attr.value in _PLAIN:
        return
    called = is_a(call, "Call") and call.func is parent and parent.attr.value in _AWAITED
    if not called or any(is_a(each.value, "GeneratorExp") for each in call.args):
        raise RefusedError(f"`{source.written(parent)}` cannot be awaited; {_OFFLOAD}")
    if reason := obstacle(source, call):
        raise RefusedError(reason)
    before, after = parentheses(source, call)
    yield source.edit(source.start(call), source.start(call), f"{before}await ")
    if after:
        yield source.edit(source.end(call), source.end(call), after)


def _at_once(site: Site, call: Node, path: str) -> Draft:
    """`open(p).read()`, which is what `read_text` of a path does."""
    source = site.source
    read = source.parent(source.parent(call))
    plain = (
        is_a(source.parent(call), "Attribute")
        and source.parent(call).attr.value == "read"
        and is_a(read, "Call")
        and not read.args
        and is_a(call.func, "Name")
    )
    given = call.args[1:]
    mode = source.written(given[0].value).strip("\"'") if given and given[0].keyword is None else "r"
    more = given[1:] if given and given[0].keyword is None else given
    words = [each.keyword.value if each.keyword is not None else "" for each in more]
    fits = set(words) <= {"encoding", "errors"} if mode == "r" else mode == "rb" and not words
    if not plain or not path or not fits or not call.args or call.args[0].keyword is not None or call.args[0].star:
        raise RefusedError(f"the file is not used in one `with`; {_OFFLOAD}")
    written, needed = site.imports.name(path, call)
    first = call.args[0]
    method = "read_bytes" if mode == "rb" else "read_text"
    options = ", ".join(source.written(each) for each in more)
    before, after = parentheses(source, read)
    if "#" in source.text[source.end(first) : source.end(read)]:
        raise RefusedError("a comment stands among its arguments")
    return Draft(
        applicability="unsafe",
        title=f"Use `{path}.{method}`; other code runs meanwhile",
        edits=(
            source.edit(source.start(read), source.start(first), f"{before}await {written}("),
            source.edit(source.end(first), source.end(read), f").{method}({options}){after}"),
        ),
        imports=frozenset(filter(None, [needed])),
    )


def _function(source: Source, node: Node) -> Node:
    return next((parent for parent, _ in source.parents(node) if is_a(parent, "FunctionDef", "Lambda")), None)


def _is_of_another(source: Source, node: Node, block: Node) -> bool:
    """Whether a name belongs to another `with`, which gives it another value."""
    for parent, _ in source.parents(node):
        if is_a(parent, "With") and parent is not block:
            names = [each.asname.name.value for each in parent.items if each.asname and is_a(each.asname.name, "Name")]
            if node.value in names:
                return True
    return False
