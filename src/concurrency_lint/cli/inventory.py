"""`concurrency-lint inventory`: what a project is made of, each with its place and what the rules say of it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import click

from concurrency_lint.cli.failure import Failure
from concurrency_lint.cli.output import aligned, fitted
from concurrency_lint.cli.run import Request
from concurrency_lint.config import ConfigError
from concurrency_lint.sources import UnreadablePathError

_COLUMNS = ("kind", "name", "place", "verdict")
_DESCRIBED = ("task", "queue", "topic")
_ORDER = (
    *_DESCRIBED,
    "stale entry",
    "publisher",
    "subscriber",
    "thread pool",
    "process pool",
    "route on the loop",
    "route",
)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--output-format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="as a table, or for machines",
)
def inventory(paths: tuple[Path, ...], output_format: str) -> int:
    """List tasks, queues and topics, publishers, subscribers, pools and routes of PATHS.

    A verdict is `ok`, or the codes that are reported at the place, or about the entry in the document.
    """
    request = Request(paths=paths, overrides={})
    try:
        rows = [row for root, files in request.files_by_root.items() for row in _rows(files, request, root)]
    except (ConfigError, UnreadablePathError) as error:
        raise Failure(str(error)) from error
    rows.sort(key=lambda row: (_ORDER.index(row["kind"]), row["path"], row["line"]))
    if output_format == "json":
        click.echo(json.dumps({"inventory": rows}, indent=2, ensure_ascii=False))
        return 0
    if not rows:
        click.echo("Nothing to list.")
        return 0
    table = [[column.upper() for column in _COLUMNS], *[[row[column] for column in _COLUMNS] for row in rows]]
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        table = fitted(table, shutil.get_terminal_size().columns, _COLUMNS.index("name"), _COLUMNS.index("place"))
    for line in aligned(table):
        click.echo(line)
    return 0


def _rows(files: list[Path], request: Request, root: Path) -> list[dict[str, Any]]:
    from concurrency_lint.checking import deep_recursion, findings
    from concurrency_lint.document_checks import STALE_ENTRY, judged_entries
    from concurrency_lint.engine import linked_project
    from concurrency_lint.project.practices.inventory import items

    settings = request.settings_of(root)
    project, modules = linked_project(files, settings)
    with deep_recursion():
        reported: dict[tuple[str, int], set[str]] = {}
        for finding in findings(project, modules, settings):
            reported.setdefault((finding.path, finding.span.line), set()).add(finding.code)
        found = list(items(project.practices, modules))
    rows = []
    incomplete: dict[str, str] = {}
    for judged in judged_entries(files, settings):
        if judged.code == STALE_ENTRY:
            rows.append(_row("stale entry", judged.entry.name, str(judged.path), judged.span.line, [judged.code]))
        else:
            incomplete[judged.entry.name] = judged.code
    for item in found:
        codes = set().union(*[reported.get((item.path, line), set()) for line in item.lines])
        if item.kind in _DESCRIBED:
            names = {item.name, item.name.rpartition(".")[2]}
            codes |= {code for entry, code in incomplete.items() if entry in names}
        rows.append(_row(item.kind, item.name, item.path, item.span.line, sorted(codes)))
    return rows


def _row(kind: str, name: str, path: str, line: int, codes: list[str]) -> dict[str, Any]:
    here = Path.cwd()
    shown = Path(path).relative_to(here).as_posix() if Path(path).is_relative_to(here) else path
    return {
        "kind": kind,
        "name": name,
        "place": f"{shown}:{line}",
        "path": shown,
        "line": line,
        "verdict": ", ".join(codes) or "ok",
        "codes": codes,
    }
