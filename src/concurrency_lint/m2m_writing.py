"""Keeping the document about messages in step: missing entries added, stale ones marked, nothing else touched."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from concurrency_lint.project.practices.declared import Declared
from concurrency_lint.project.practices.documents import FIELDS, STALE, Document, Entry, Table, parse

_BEGINNING = """\
# Messages

| name | kind | purpose | schema | idempotency key | file |
| --- | --- | --- | --- | --- | --- |
"""


def in_step(text: str, declared: Iterable[Declared], stale: Iterable[Entry], root: Path) -> str:
    """The document with an entry for everything declared, and a mark on what is gone.

    Lines that are there keep every byte, but for the mark, which is ours.
    """
    ending = "\r\n" if "\r\n" in text else "\n"
    document = parse(text)
    missing = [each for each in declared if not any(entry.names(each.name) for entry in document.entries)]
    lines = text.split(ending) if text else []
    gone = {entry.line for entry in stale}
    for entry in document.entries:
        lines[entry.line - 1] = _marked(lines[entry.line - 1], stale=entry.line in gone)
    if not missing:
        return ending.join(lines)
    return ending.join(_with_missing(lines, document, missing, root))


def _marked(line: str, *, stale: bool) -> str:
    if stale:
        return line if STALE in line else f"{line} {STALE}"
    return line.replace(f" {STALE}", "")


def _with_missing(lines: list[str], document: Document, missing: list[Declared], root: Path) -> list[str]:
    if document.tables:
        table = document.tables[-1]
        rows = [_row(table, each, root) for each in missing]
        return [*lines[: table.last], *rows, *lines[table.last :]]
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    if document.headings:
        sections = [line for each in missing for line in _section(document.headings, each, root)]
        return [*lines, *sections, ""]
    beginning = _BEGINNING.splitlines()
    table = parse(_BEGINNING).tables[0]
    kept = [*lines, "", *beginning[2:]] if lines else beginning
    return [*kept, *[_row(table, each, root) for each in missing], ""]


def _row(table: Table, declared: Declared, root: Path) -> str:
    told = _told(declared, root)
    cells = [told.get(column, "") for column in table.columns]
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"


def _section(level: int, declared: Declared, root: Path) -> list[str]:
    told = _told(declared, root)
    said = [f"- **{label}**: {told.get(label, '')}".rstrip() for label in (*FIELDS, "file")]
    return ["", f"{'#' * level} {told['name']}", "", *said]


def _told(declared: Declared, root: Path) -> dict[str, str]:
    """What the code tells, by column."""
    path = Path(declared.path)
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    return {
        "name": f"`{declared.name}`",
        "kind": declared.kind,
        "type": declared.kind,
        "schema": f"`{declared.schema}`" if declared.schema else "",
        "idempotency key": f"`{declared.key}`" if declared.key else "",
        "file": file,
        "module": file,
    }
