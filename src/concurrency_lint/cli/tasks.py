"""`concurrency-lint tasks`: every Celery task with its effective options, and the places that set them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from concurrency_lint.cli.failure import Failure
from concurrency_lint.cli.output import aligned, write_report
from concurrency_lint.cli.run import Request
from concurrency_lint.config import ConfigError
from concurrency_lint.sources import UnreadablePathError


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--output-format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="one line for each task, or everything for machines",
)
@click.option("--output-file", type=click.Path(path_type=Path), help="write the inventory to this file")
@click.option("--config", type=click.Path(path_type=Path), help="read this TOML file instead of pyproject.toml")
@click.option("--isolated", is_flag=True, help="read no configuration file")
def tasks(
    paths: tuple[Path, ...], output_format: str, output_file: Path | None, config: Path | None, isolated: bool
) -> int:
    """List the Celery tasks below PATHS: name, queue, and each option as a worker sees it."""
    from concurrency_lint.inventory import inventory

    request = Request(paths=paths, overrides={}, config=config, isolated=isolated)
    found: list[dict[str, Any]] = []
    try:
        for root, files in request.files_by_root.items():
            found += inventory(files, request.settings_of(root), Path.cwd())
    except (ConfigError, UnreadablePathError) as error:
        raise Failure(str(error)) from error
    text = json.dumps({"version": 1, "tasks": found}, indent=2) + "\n" if output_format == "json" else _table(found)
    write_report(text, output_file)
    return 0


_COLUMNS = (
    ("ACKS LATE", "acks_late"),
    ("REJECT LOST", "reject_on_worker_lost"),
    ("RETRIES FOR", "autoretry_for"),
    ("BACKOFF", "retry_backoff"),
    ("MAX RETRIES", "max_retries"),
    ("SOFT LIMIT", "soft_time_limit"),
    ("LIMIT", "time_limit"),
)


def _table(found: list[dict[str, Any]]) -> str:
    """One line for each task; a value with `*` stands elsewhere than in the declaration."""
    if not found:
        return "no tasks\n"
    rows = [("TASK", "WHERE", "QUEUE", *(title for title, _ in _COLUMNS))]
    for task in found:
        cells = (_cell(task["options"][option]) for _, option in _COLUMNS)
        rows.append((task["name"] or task["function"], f"{task['path']}:{task['line']}", _cell(task["queue"]), *cells))
    legend = "-: nothing sets it   ?: unknown   *: set elsewhere than in the declaration (see --output-format json)"
    return "\n".join([*aligned(rows), "", legend, ""])


def _cell(option: dict[str, Any]) -> str:
    if option["state"] == "unset":
        return "-"
    if option["state"] == "unknown":
        return "?"
    value = option["value"]
    shown = ",".join(map(str, value)) if isinstance(value, list) else json.dumps(value).strip('"')
    return shown if option["layer"] == "decorator" else f"{shown}*"
