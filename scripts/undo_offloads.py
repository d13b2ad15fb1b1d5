"""Undo what was moved off the event loop, in a copy of each application, and count how much of it the linter sees.

    python scripts/undo_offloads.py APPLICATION... [--missed]

`await asyncio.to_thread(f, x)` and its like become `f(x)` again, as it was before somebody noticed. Not all of these
block, and many lead into libraries that nobody here knows: what is missed is for a reader to judge.
"""

from __future__ import annotations

import argparse
import ast
import json
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_CODES = ",".join(f"CNC{number}" for number in range(101, 113))
_HELPERS = frozenset(
    ("to_thread", "run_in_threadpool", "run_in_executor", "async_add_executor_job", "run_sync_in_worker_thread")
)
_ADAPTERS = frozenset(("sync_to_async", "asyncify", "make_async"))
_SETTINGS = frozenset(("limiter", "cancellable", "abandon_on_cancel"))


class Undone(NamedTuple):
    """A call that is made in place again: lines of the file, and the first line of the call."""

    path: Path
    first: int
    last: int
    code: str


def main() -> int:
    """Print, for each application, how many of the calls are reported."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("applications", nargs="+", type=Path, metavar="APPLICATION", help="a folder to copy and check")
    parser.add_argument("--missed", action="store_true", help="list what is not reported")
    options = parser.parse_args()

    warnings.simplefilter("ignore")
    seen = total = 0
    for application in options.applications:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / application.name
            shutil.copytree(application, copy, ignore=shutil.ignore_patterns(".git", "node_modules"))
            undone = [each for path in sorted(copy.rglob("*.py")) for each in _undo(path)]
            reported = _reported(copy)
            missed = [
                each for each in undone if not any((each.path, n) in reported for n in range(each.first, each.last + 1))
            ]
        print(f"{application.name}: {len(undone) - len(missed)} of {len(undone)}")
        if options.missed:
            for each in missed:
                print(f"  {each.path.relative_to(copy)}:{each.first}  {each.code}")
        seen, total = seen + len(undone) - len(missed), total + len(undone)
    print(f"together: {seen} of {total}")
    return 0


def _undo(path: Path) -> list[Undone]:
    """Rewrite a file; lines stay where they are."""
    source = path.read_bytes()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def span(node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset

    def text(node: ast.expr) -> str:
        first, last = span(node)
        return source[first:last].decode()

    undone = []
    changed = source
    for node, function, arguments, keywords in sorted(_offloads(tree), key=lambda found: span(found[0]), reverse=True):
        given = [text(argument) for argument in arguments]
        given += [f"{word.arg}={text(word.value)}" if word.arg else f"**{text(word.value)}" for word in keywords]
        callee = text(function) if isinstance(function, (ast.Name, ast.Attribute)) else f"({text(function)})"
        call = f"{callee}({', '.join(given)}"
        first, last = span(node)
        lines = source[first:last].count(b"\n") - call.count("\n")
        changed = changed[:first] + f"{call}{chr(10) * lines})".encode() + changed[last:]
        undone.append(Undone(path, node.lineno, node.end_lineno or node.lineno, call.partition("\n")[0]))
    try:
        ast.parse(changed)
    except SyntaxError:
        return []
    path.write_bytes(changed)
    return undone


def _offloads(tree: ast.AST) -> Iterator[tuple[ast.Await, ast.expr, list[ast.expr], list[ast.keyword]]]:
    """Awaited offloads, outermost first: the function that is handed over, and what it is called with."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Await) and isinstance(node.value, ast.Call):
            found = _handed_over(node.value)
            if found is not None and not isinstance(found[0], ast.Starred):
                yield node, *found
                continue
        waiting.extend(ast.iter_child_nodes(node))


def _handed_over(call: ast.Call) -> tuple[ast.expr, list[ast.expr], list[ast.keyword]] | None:
    name = _last_name(call.func)
    if isinstance(call.func, ast.Call) and _last_name(call.func.func) in _ADAPTERS and call.func.args:
        return call.func.args[0], call.args, call.keywords
    if name == "run_sync" and not (isinstance(call.func, ast.Attribute) and _last_name(call.func.value) == "to_thread"):
        return None
    arguments = call.args[1:] if name == "run_in_executor" else call.args
    if name not in (*_HELPERS, "run_sync") or not arguments:
        return None
    keywords = [word for word in call.keywords if name != "run_sync" or word.arg not in _SETTINGS]
    return arguments[0], arguments[1:], keywords


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _reported(folder: Path) -> set[tuple[Path, int]]:
    command = [sys.executable, "-m", "concurrency_lint", "check", "--select", _CODES, "--output-format", "json", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{folder}: the linter ended with {done.returncode}:\n{done.stderr}")
    return {(folder / finding["path"], finding["line"]) for finding in json.loads(done.stdout)["findings"]}


if __name__ == "__main__":
    sys.exit(main())
