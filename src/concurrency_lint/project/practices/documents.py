"""Documents about tasks, queues and topics: tables, headings with labels and lists, read as entries."""

from __future__ import annotations

import re
from typing import NamedTuple

FIELDS = ("purpose", "schema", "idempotency key")
_FIELD_WORDS = {
    "purpose": ("purpose", "description", "what", "about", "why"),
    "schema": ("schema", "payload", "message", "format", "contract"),
    "idempotency key": ("idempotency", "replay", "dedup", "key"),
}
_NAME_WORDS = ("name", "task", "queue", "topic", "subject", "channel", "stream")
_NOTHING = {"", "-", "--", "—", "–", "?", "todo", "tbd", "tba", "...", "…", "xxx", "fixme"}
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_LABEL = re.compile(
    r"\s*(?:[-*+]\s+|\d+\.\s+)?(?:\*\*|__)?([A-Za-z][A-Za-z /_-]*?)\s*"
    r"(?:(?:\*\*|__)\s*[:–—-]|:\s*(?:\*\*|__)?)\s*(.*)$"
)
_RULE = re.compile(r"\s*\|?\s*:?-{2,}.*$")
_COMMENT = re.compile(r"<!--.*?-->")
STALE = "<!-- stale: no longer in the code -->"


class Entry(NamedTuple):
    """What a document says of one task, queue or topic: its line (1-based) and, by field, the text."""

    name: str
    line: int
    fields: dict[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields of which nothing is said."""
        return tuple(field for field in FIELDS if _is_nothing(self.fields.get(field, "")))

    def names(self, name: str) -> bool:
        """Whether the entry is about something of this name: the whole, or its last part."""
        return self.name == name or self.name == name.rpartition(".")[2]


class Table(NamedTuple):
    """A table of entries: the line of its header, of its last row, and the meaning of each column."""

    header: int
    last: int
    columns: tuple[str, ...]


class Document(NamedTuple):
    """A parsed document."""

    entries: tuple[Entry, ...]
    tables: tuple[Table, ...]
    headings: int
    """The level of headings that are entries; 0 where there are none."""


def parse(text: str) -> Document:
    """The entries of a document, in the order in which they stand."""
    lines = _without_code(text.splitlines())
    entries: list[Entry] = []
    tables: list[Table] = []
    number = 0
    while number < len(lines):
        if "|" in lines[number] and number + 1 < len(lines) and _is_rule(lines[number + 1]):
            number = _read_table(lines, number, entries, tables)
        else:
            number += 1
    level = _read_headings(lines, entries)
    entries.sort(key=lambda entry: entry.line)
    return Document(tuple(entries), tuple(tables), level)


def _without_code(lines: list[str]) -> list[str]:
    """The lines, those inside fenced blocks emptied."""
    kept = []
    fenced = False
    for line in lines:
        fence = line.lstrip().startswith(("```", "~~~"))
        kept.append("" if fenced or fence else line)
        fenced = fenced is not fence
    return kept


def _is_rule(line: str) -> bool:
    return "-" in line and _RULE.match(line) is not None and not set(line) - set("|:- \t")


def _read_table(lines: list[str], header: int, entries: list[Entry], tables: list[Table]) -> int:
    columns = tuple(_meaning(cell) for cell in cells_of(lines[header]))
    number = header + 2
    while number < len(lines) and "|" in lines[number]:
        number += 1
    if not set(columns) & set(FIELDS):
        return number
    if "name" not in columns:
        columns = ("name", *columns[1:])
    tables.append(Table(header + 1, number, columns))
    for row in range(header + 2, number):
        cells = dict(zip(columns, cells_of(lines[row]), strict=False))
        said = {field: cells.get(field, "") for field in FIELDS}
        entries += [Entry(name, row + 1, said) for name in _names(cells.get("name", ""))]
    return number


def cells_of(line: str) -> list[str]:
    """The cells of a row, as written."""
    text = _COMMENT.sub("", line).strip()
    text = text.removeprefix("|")
    text = text.removesuffix("|") if not text.endswith("\\|") else text
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", text)]


def _meaning(header: str) -> str:
    words = re.sub(r"[*_`]", "", header).strip().lower()
    for field, known in _FIELD_WORDS.items():
        if any(word in words for word in known):
            return field
    return "name" if any(word in words for word in _NAME_WORDS) else words


def _read_headings(lines: list[str], entries: list[Entry]) -> int:
    """Sections that say something by labels; gives the level of their headings."""
    found = 0
    current: tuple[int, str, int] | None = None
    fields: dict[str, str] = {}
    for number, line in enumerate([*lines, "# end"], start=1):
        heading = _HEADING.match(line)
        if heading:
            if current is not None and fields:
                entries += [Entry(name, current[0], fields) for name in _names(current[1])]
                found = current[2]
            current, fields = (number, heading[2], len(heading[1])), {}
        elif current is not None and "|" not in line:
            label = _LABEL.match(line)
            field = _meaning(label[1]) if label else ""
            if label and field in FIELDS:
                fields.setdefault(field, label[2].strip().strip("*_").strip())
    return found


def _names(cell: str) -> list[str]:
    """The names in a cell or heading: without markup, several apart by commas."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", _COMMENT.sub("", cell))
    quoted = re.findall(r"`([^`]+)`", text)
    if quoted:
        return [name.strip() for name in quoted if name.strip()]
    text = re.sub(r"[*_]{2}", "", text)
    text = re.sub(r"(?i)^\s*(\w+\s+)?(task|queue|topic|subject|channel|stream)\s*:?\s+", "", text)
    parts = [part.strip() for part in re.split(r",|<br\s*/?>", text)]
    return [re.sub(r"\s*\(.*\)$", "", part) for part in parts if part]


def _is_nothing(text: str) -> bool:
    return _COMMENT.sub("", text).strip().strip("*_`.").strip().lower() in _NOTHING
