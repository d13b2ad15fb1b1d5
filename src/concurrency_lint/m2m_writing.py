"""Keeping the document about messages in step: missing entries added, stale ones marked, nothing else touched."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from concurrency_lint.project.practices.declared import Declared
from concurrency_lint.project.practices.documents import FIELDS, STALE, Document, Entry, Table, parse, split_lines

_BEGINNING = """\
# Messages

| name | kind | purpose | schema | idempotency key | file |
| --- | --- | --- | --- | --- | --- |
"""


def in_step(text: str, declared: Iterable[Declared], stale: Iterable[Entry], root: Path) -> str:
    """The document with an entry for everything declared, and a mark on what is gone.

    Lines that are there keep every byte, but for the mark, which is ours.
    """
    document = parse(text)
    missing = [each for each in declared if not any(entry.names(each.name) for entry in document.entries)]
    lines = split_lines(text)
    gone = {entry.line for entry in stale}
    for entry in document.entries:
        line, end = lines[entry.line - 1]
        lines[entry.line - 1] = (_marked(line, stale=entry.line in gone), end)
    if missing:
        ends = [end for _, end in lines if end]
        lines = _with_missing(lines, document, missing, root, max(ends, key=ends.count, default="\n"))
    return "".join(line + end for line, end in lines)


def _marked(line: str, *, stale: bool) -> str:
    if stale:
        return line if STALE in line else f"{line} {STALE}"
    return line.replace(f" {STALE}", "")


def _with_missing(
    lines: list[tuple[str, str]], document: Document, missing: list[Declared], root: Path, end: str
) -> list[tuple[str, str]]:
    """The lines with entries for what is missing: rows of the last table, sections, or a table of their own."""
    if document.tables:
        for table in reversed(document.tables):
            rows = [_row(table, each, root) for each in missing if _table_for(each, document.tables) is table]
            if rows:
                before, after = lines[: table.last], lines[table.last :]
                lines = [*_ended(before, end), *[(row, end) for row in rows], *after]
        return lines
    blank = not any(line.strip("\ufeff \t") for line, _ in lines)
    if document.headings and not blank:
        sections = [line for each in missing for line in _section(document.headings, each, root)]
        return [*_ended(lines, end), *[(line, end) for line in sections]]
    beginning = _BEGINNING.splitlines()
    added = [*beginning, *[_row(parse(_BEGINNING).tables[0], each, root) for each in missing]]
    if blank:
        mark = "\ufeff" if any("\ufeff" in line for line, _ in lines) else ""
        return [(mark + added[0], end), *[(line, end) for line in added[1:]]]
    return [*_ended(lines, end), ("", end), *[(line, end) for line in added[2:]]]


def _table_for(declared: Declared, tables: tuple[Table, ...]) -> Table:
    """The last table of its kind, or else the last of all."""
    return next((table for table in reversed(tables) if declared.kind in table.about), tables[-1])


def _ended(lines: list[tuple[str, str]], end: str) -> list[tuple[str, str]]:
    """The same lines, the last of them ended."""
    return [*lines[:-1], (lines[-1][0], lines[-1][1] or end)] if lines else []


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
