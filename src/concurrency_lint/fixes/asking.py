"""Files that are asked for and then used: between the two, others may make or remove them, if one waits there."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.fixes.source import Node, Source, is_a

_ASKING = ("exists", "is_file", "is_dir", "is_symlink", "isfile", "isdir", "islink")
_USING = frozenset(
    {
        *("open", "read_text", "read_bytes", "unlink", "remove", "rmtree", "rmdir", "iterdir", "stat", "rename"),
        *("replace", "listdir", "scandir", "getsize", "getmtime", "move", "copy", "copyfile", "readlink"),
        *("write_text", "write_bytes", "touch"),
    }
)
_BETWEEN = "the file is used right after that, when others may have made or removed it; do both in one function"
_CAUGHT = ("OSError", "FileNotFoundError", "Exception", "IOError", "EnvironmentError")


def used_afterwards(source: Source, call: Node) -> str:
    """Why a question about a file is not asked elsewhere, where the answer is relied upon; empty where it is not."""
    name = _name(call)
    path = _path(source, call)
    if name in _USING and path and _was_asked(source, call, path):
        return _BETWEEN
    if name not in _ASKING or not path:
        return ""
    if any(is_a(parent, "ListComp", "SetComp", "DictComp") for parent, _ in source.parents(call)):
        return "it is short, and done for each of many; move the loop into a function and offload that"
    function = next((parent for parent, _ in source.parents(call) if is_a(parent, "FunctionDef")), None)
    end = source.end(call)
    for use in _uses(source, path):
        behind = source.start(use) > end or _is_answered_by(source, call, use)
        near = behind and source.is_inside(use, function) and not _waits_between(source, call, use)
        if near and not any(_is_caught(source, node) for node in _tries(source, use)):
            return _BETWEEN
    return ""


def _is_answered_by(source: Source, call: Node, use: Node) -> bool:
    """Whether a question is the test of a conditional expression in which the file is used before it is written."""
    return any(
        is_a(parent, "IfExp") and child is parent.test and (use is parent.body or source.is_inside(use, parent.body))
        for parent, child in source.parents(call)
    )


def _was_asked(source: Source, call: Node, path: str) -> bool:
    """Whether a file is used where it is just known to be there, and nothing catches that it is gone."""
    for parent, child in source.parents(call):
        if is_a(parent, "FunctionDef", "Lambda"):
            return False
        if is_a(parent, "If", "IfExp") and child is parent.body:
            for node in source.nodes("Call"):
                asked = _name(node) in _ASKING and _path(source, node) == path
                if asked and (node is parent.test or source.is_inside(node, parent.test)):
                    return not _waits_between(source, node, call) and not any(
                        _is_caught(source, each) for each in _tries(source, call)
                    )
    return False


def _uses(source: Source, path: str) -> Iterator[Node]:
    """Where something is done with a path: `path.unlink()`, `os.remove(path)`, or either as the arguments of a call."""
    for node in source.nodes("Attribute"):
        if node.attr.value in _USING and source.written(node.value) == path:
            yield node
    for node in source.nodes("Call"):
        given = [source.written(each.value) for each in node.args]
        names = [_name(node), *(text.rpartition(".")[2] for text in given)]
        if path in given and not _USING.isdisjoint(names):
            yield node


def _name(call: Node) -> str:
    return str(call.func.attr.value if is_a(call.func, "Attribute") else getattr(call.func, "value", ""))


def _path(source: Source, call: Node) -> str:
    """The path that a call is about: its first argument, or what its method is called on."""
    if is_a(call.func, "Attribute") and not (is_a(call.func.value, "Name", "Attribute") and _is_module(source, call)):
        return source.written(call.func.value)
    return source.written(call.args[0].value) if call.args else ""


def _is_module(source: Source, call: Node) -> bool:
    return source.written(call.func.value) in ("os", "os.path", "shutil", "io")


def _waits_between(source: Source, one: Node, other: Node) -> bool:
    after, before = source.end(one), source.start(other)
    waits = (each for each in source.nodes("Await") if after < source.start(each) < before)
    return any(not source.is_inside(other, each) for each in waits)


def _tries(source: Source, node: Node) -> Iterator[Node]:
    for parent, child in source.parents(node):
        if is_a(parent, "FunctionDef", "Lambda"):
            return
        if is_a(parent, "Try") and child is parent.body:
            yield parent


def _is_caught(source: Source, block: Node) -> bool:
    caught = [source.written(each.type) if each.type is not None else "Exception" for each in block.handlers]
    return any(name in text for text in caught for name in _CAUGHT)
