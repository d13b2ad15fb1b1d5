"""`concurrency-lint m2m`: the document about tasks, queues and topics, compared with the code or brought into step."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from concurrency_lint.cli.failure import Failure
from concurrency_lint.cli.output import replace_file
from concurrency_lint.cli.run import Request
from concurrency_lint.config import ConfigError, Settings
from concurrency_lint.sources import UnreadablePathError


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "mode", flag_value="check", default=True, help="exit with 1 where it is not in step (default)")
@click.option("--write", "mode", flag_value="write", help="add missing entries and mark stale ones")
@click.option("--diff", "mode", flag_value="diff", help="show what --write would do")
def m2m(paths: tuple[Path, ...], mode: str) -> int:
    """Compare m2m/README.md with the tasks, queues and topics of the code.

    --write adds entries with what the code tells, and marks those for what is gone. What people wrote stays as it is.
    """
    request = Request(paths=paths, overrides={})
    try:
        projects = list(request.files_by_root.items())
        changed = [each for root, files in projects for each in _changes(files, request.settings_of(root))]
    except (ConfigError, UnreadablePathError) as error:
        raise Failure(str(error)) from error
    for path, old, new in changed:
        if mode == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, new.encode("utf-8"))
            click.echo(f"written: {_shown(path)}")
        elif mode == "diff":
            lines = difflib.unified_diff(
                old.splitlines(keepends=True), new.splitlines(keepends=True), _shown(path), _shown(path)
            )
            click.echo("".join(lines), nl=False)
        else:
            click.echo(f"{_shown(path)}: not in step; `concurrency-lint m2m --diff` shows how", err=True)
    return 1 if changed and mode != "write" else 0


def _changes(files: list[Path], settings: Settings) -> list[tuple[Path, str, str]]:
    """The documents that are not in step: path, text, and the text that would be."""
    from concurrency_lint.document_checks import documents_of, stale_entries
    from concurrency_lint.engine import linked_project
    from concurrency_lint.m2m_writing import in_step
    from concurrency_lint.project.practices.declared import Declared
    from concurrency_lint.project.practices.documents import parse

    project, modules = linked_project(files, settings)
    by_document: dict[str, list[Declared]] = {str(path): [] for path in documents_of(files, settings)}
    for declared in project.facts(Declared, modules, settings.enabled):
        known = by_document.setdefault(declared.document, [])
        if all(declared.name != each.name for each in known):
            known.append(declared)
    changed = []
    for name, declared_here in by_document.items():
        path = Path(name)
        old = ""
        if path.is_file():
            old = _text(path)
        new = in_step(old, declared_here, stale_entries(parse(old), path, settings), settings.root)
        if new != old:
            changed.append((path, old, new))
    return changed


def _text(path: Path) -> str:
    """The text of a document with the ends of its lines as they are."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Failure(f"{_shown(path)} is not UTF-8: {error}") from error


def _shown(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
