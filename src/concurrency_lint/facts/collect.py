"""The walk: from a module's tree and source to its facts."""

from __future__ import annotations

import ast
import re
import sys
import threading

from concurrency_lint.facts import expressions, statements
from concurrency_lint.facts.functions import walk_module
from concurrency_lint.facts.layout import laying_out, worth_laying_out
from concurrency_lint.facts.model import Layout, ModuleFacts, Name
from concurrency_lint.facts.walk import Walk

_TRUSTED = re.compile(rb"#\s*noqa\s*:[\s,]*((?:[A-Z][0-9A-Z]*[\s,]*)+)", re.IGNORECASE)
_DEEP_STACK = 512 * 1024 * 1024
_DEEP_RECURSION = 200_000


def collect(tree: ast.Module, source: bytes) -> ModuleFacts:
    """The facts of one module. `source` is read for `# noqa` comments, and for whether its layout matters."""
    detailed = worth_laying_out(source)
    try:
        walk = _walk(tree, detailed)
    except RecursionError:
        walk = _walk_deeply(tree, detailed)
    return ModuleFacts(
        walk.references,
        walk.scopes,
        walk.functions,
        walk.classes,
        walk.star_imports,
        walk.exported,
        walk.attribute_writes,
        _trusted_lines(source),
        walk.layout,
        walk.number_writes,
    )


def _walk(tree: ast.Module, detailed: bool) -> Walk:
    if detailed:
        walk = Walk(*laying_out(expressions.HANDLERS, statements.HANDLERS))
        walk.layout = Layout()
    else:
        walk = Walk(expressions.HANDLERS, statements.HANDLERS)
    walk_module(walk, tree.body)
    walk.mark_captured()
    _keep_bindings_in_use(walk)
    return walk


def _keep_bindings_in_use(walk: Walk) -> None:
    """Drop bindings of local names whose every use the walk has traced to its one assignment."""
    used = {reference.name for reference in walk.references if type(reference) is Name}
    for scope in walk.scopes:
        if scope.kind == "function":
            scope.bindings = {name: found for name, found in scope.bindings.items() if name in used}


def _walk_deeply(tree: ast.Module, detailed: bool) -> Walk:
    """The same in a thread with a stack for expressions nested thousands deep, as generated code has them."""
    result: list[Walk] = []
    limit, size = sys.getrecursionlimit(), threading.stack_size(_DEEP_STACK)
    try:
        sys.setrecursionlimit(_DEEP_RECURSION)
        thread = threading.Thread(target=lambda: result.append(_walk(tree, detailed)))
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(size)
    if not result:
        raise RecursionError("expression nested too deeply")
    return result[0]


def _trusted_lines(source: bytes) -> dict[int, list[str]]:
    """Lines whose `# noqa` names codes of ours: chains that end there, or pass a `def` there, are silenced."""
    trusted: dict[int, list[str]] = {}
    if b"noqa" not in source and b"NOQA" not in source:
        return trusted
    for number, line in enumerate(source.splitlines(), start=1):
        match = _TRUSTED.search(line)
        if match:
            codes = [code for code in re.split(r"[\s,]+", match[1].decode("ascii").upper()) if code.startswith("CNC")]
            if codes:
                trusted[number] = codes
    return trusted
