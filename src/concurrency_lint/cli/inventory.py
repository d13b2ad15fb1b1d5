"""`concurrency-lint inventory`: what a project is made of, each with its place and what the rules say of it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from concurrency_lint.cli.failure import Failure
from concurrency_lint.cli.output import aligned
from concurrency_lint.cli.run import Request
from concurrency_lint.config import ConfigError
from concurrency_lint.sources import UnreadablePathError

_COLUMNS = ("kind", "name", "place", "verdict")


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

    A verdict is `ok`, or the codes that are reported at the place.
    """
    request = Request(paths=paths, overrides={})
    try:
        rows = [row for root, files in request.files_by_root.items() for row in _rows(files, request, root)]
    except (ConfigError, UnreadablePathError) as error:
        raise Failure(str(error)) from error
    if output_format == "json":
        click.echo(json.dumps({"inventory": rows}, indent=2, ensure_ascii=False))
        return 0
    table = [tuple(column.upper() for column in _COLUMNS), *[tuple(row[c] for c in _COLUMNS) for row in rows]]
    for line in aligned(table):
        click.echo(line)
    return 0


def _rows(files: list[Path], request: Request, root: Path) -> list[dict[str, str]]:
    from concurrency_lint.checking import deep_recursion, findings
    from concurrency_lint.engine import linked_project
    from concurrency_lint.project.practices.inventory import items

    settings = request.settings_of(root)
    project, modules = linked_project(files, settings)
    with deep_recursion():
        reported: dict[tuple[str, int], set[str]] = {}
        for finding in findings(project, modules, settings):
            reported.setdefault((finding.path, finding.span.line), set()).add(finding.code)
        found = list(items(project.practices, modules))
    here = Path.cwd()
    rows = []
    for item in found:
        path = Path(item.path)
        shown = path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
        codes = sorted(set().union(*[reported.get((item.path, line), set()) for line in item.lines]))
        verdict = ", ".join(codes) or "ok"
        rows.append({"kind": item.kind, "name": item.name, "place": f"{shown}:{item.span.line}", "verdict": verdict})
    return rows
