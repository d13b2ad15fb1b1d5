"""Draw, at random, calls that look blocking and that the linter does not report, to be judged by a reader.

    python scripts/sample_unreported.py APPLICATION... [--count 100] [--seed 1] > unreported.md

The scan is crude on purpose and shares nothing with the linter: any call whose last name is that of a well-known
blocking call, in a coroutine function, or in a function or method of the same module that a coroutine function calls by
its name. A site counts as reported where a finding, or any hop of a finding's chain, stands on its line.
"""

from __future__ import annotations

import argparse
import ast
import json
import random
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

_AROUND = 6
_PLAIN = frozenset(("open", "input", "sleep", "urlopen", "getaddrinfo", "check_output", "check_call", "Popen"))
_OF_MODULES = frozenset(
    (
        "requests",
        "httpx",
        "subprocess",
        "shutil",
        "socket",
        "sqlite3",
        "smtplib",
        "psycopg2",
        "pymysql",
        "zipfile",
        "gzip",
    )
)
_METHODS = frozenset(
    (
        "read_text", "read_bytes", "write_text", "write_bytes", "execute", "executemany", "fetchone", "fetchall",
        "commit", "rollback", "scalars", "upload_file", "download_file", "put_object", "get_object", "extractall",
        "result", "acquire", "rmtree", "copyfile", "communicate", "hset", "hget", "lpush", "rpop", "find_one",
        "insert_one", "update_one", "send_message", "publish", "iter_content", "makedirs", "to_csv", "read_csv",
        "fit", "predict", "encode_image", "bulk", "search", "upsert", "query_points", "generate_content",
    )
)  # fmt: skip


def main() -> int:
    """Print the sample as Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("applications", nargs="+", type=Path, metavar="APPLICATION", help="a folder to check")
    parser.add_argument("--count", type=int, default=100, help="how many sites to draw (default 100)")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers (default 1)")
    options = parser.parse_args()

    chance = random.Random(options.seed)
    share = -(-options.count // len(options.applications))
    drawn: list[tuple[Path, Path, int]] = []
    for application in options.applications:
        reported = _reported(application)
        sites = sorted(site for site in _sites(application) if site not in reported)
        print(f"{application.name}: {len(sites)} sites that are not reported", file=sys.stderr)
        drawn += [(application, *site) for site in chance.sample(sites, min(share, len(sites)))]
    for number, (application, path, line) in enumerate(drawn[: options.count], start=1):
        print(f"## {number}. {application.name} {path.relative_to(application)}:{line}\n\n```python")
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        for shown in range(max(line - _AROUND, 1), min(line + 2, len(lines)) + 1):
            print(f"{shown:>5} {'>' if shown == line else ' '} {lines[shown - 1]}")
        print("```\n")
    return 0


def _reported(application: Path) -> set[tuple[Path, int]]:
    command = [sys.executable, "-m", "concurrency_lint", "check", "--jobs", "2", "--output-format", "json", "."]
    done = subprocess.run(command, cwd=application, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{application}: the linter ended with {done.returncode}:\n{done.stderr}")
    return {
        (application / place["path"], line)
        for finding in json.loads(done.stdout)["findings"]
        for place in (finding, *finding["chain"])
        for line in range(place["line"], place.get("end_line", place["line"]) + 1)
    }


def _sites(application: Path) -> Iterator[tuple[Path, int]]:
    warnings.simplefilter("ignore")
    for path in application.rglob("*.py"):
        if {"tests", "test", "testing"} & set(path.parts) or path.name.startswith("test_"):
            continue
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            continue
        functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            if isinstance(node, ast.AsyncFunctionDef):
                for call in _calls(node):
                    name = _last_name(call)
                    if _looks_blocking(call, name):
                        yield path, call.lineno
                    elif name in functions and name not in _METHODS:
                        yield from (
                            (path, inner.lineno)
                            for inner in _calls(functions[name])
                            if _looks_blocking(inner, _last_name(inner))
                        )


def _calls(function: ast.AST) -> Iterator[ast.Call]:
    """The calls of a function's body that are not awaited, without those of functions inside it."""
    waiting = list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            continue
        if isinstance(node, ast.Await) and isinstance(node.value, ast.Call):
            waiting.extend(ast.iter_child_nodes(node.value))
            continue
        if isinstance(node, ast.Call):
            yield node
        waiting.extend(ast.iter_child_nodes(node))


def _last_name(call: ast.Call) -> str:
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _looks_blocking(call: ast.Call, name: str) -> bool:
    function = call.func
    if isinstance(function, ast.Name):
        return name in _PLAIN
    owner = function.value.id if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) else ""
    return (
        name in _METHODS or owner in _OF_MODULES or (owner in ("time", "os") and name in ("sleep", "system", "popen"))
    )


if __name__ == "__main__":
    sys.exit(main())
