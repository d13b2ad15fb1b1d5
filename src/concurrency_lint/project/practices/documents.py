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
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d+[.)])\s+(.+?)\s*$")
_ALONE = re.compile(r"(?:\*\*|__)([^*_].*?)(?:\*\*|__)\s*:?\s*$")
_UNDERLINE = re.compile(r"(?:=+|-{3,})\s*$")
_END = re.compile(r"(\r\n|\r|\n)")
_MARK = "\ufeff"
_MOST_WORDS = 3
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|.*)?$")
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
    """A table of entries: the lines of header and last row, the meaning of each column, and what the names are of."""

    header: int
    last: int
    columns: tuple[str, ...]
    about: str


class Document(NamedTuple):
    """A parsed document."""

    entries: tuple[Entry, ...]
    tables: tuple[Table, ...]
    headings: int
    """The level of headings that are entries; 0 where there are none."""


def parse(text: str) -> Document:
    """The entries of a document, in the order in which they stand."""
    lines = _without_code([line for line, _ in split_lines(text.removeprefix(_MARK))])
    entries: list[Entry] = []
    tables: list[Table] = []
    number = 0
    while number < len(lines):
        if "|" in lines[number] and number + 1 < len(lines) and _is_rule(lines[number + 1]):
            number = _read_table(lines, number, entries, tables)
        else:
            number += 1
    level = _read_sections(lines, entries)
    entries.sort(key=lambda entry: entry.line)
    return Document(tuple(entries), tuple(tables), level)


def split_lines(text: str) -> list[tuple[str, str]]:
    """The lines of a text, each with its end; editors and people mix the ends of several systems."""
    parts = _END.split(text)
    lines = [(parts[number], parts[number + 1]) for number in range(0, len(parts) - 1, 2)]
    return [*lines, (parts[-1], "")] if parts[-1] else lines


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
    heads = cells_of(lines[header])
    columns = tuple(_meaning(cell) for cell in heads)
    number = header + 2
    while number < len(lines) and "|" in lines[number]:
        number += 1
    if not set(columns) & set(FIELDS):
        return number
    if "name" not in columns:
        columns = ("name", *columns[1:])
    tables.append(Table(header + 1, number, columns, heads[columns.index("name")].lower()))
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


class _Section:
    """A heading, or an item of a list, that may turn out to be an entry by the labels below it."""

    def __init__(self, line: int, name: str, level: int, indent: int) -> None:
        self.line, self.name, self.level, self.indent = line, name, level, indent
        self.fields: dict[str, str] = {}
        self.said = ""
        """What stands beside its name."""

    @property
    def entries(self) -> list[Entry]:
        if self.said and self.fields:
            self.fields.setdefault("purpose", self.said)
        return [Entry(name, self.line, self.fields) for name in _names(self.name)] if self.fields else []


def _read_sections(lines: list[str], entries: list[Entry]) -> int:
    """Headings and items of lists with labels below them; gives the level of the last such heading."""
    found = 0
    open_sections: list[_Section] = []
    sections: list[_Section] = []
    for number, line in enumerate(lines, start=1):
        below = lines[number] if number < len(lines) else ""
        opened = _opened(line, below, number)
        if opened is not None:
            kept = [each for each in open_sections if each.indent < opened.indent] if opened.indent >= 0 else []
            open_sections = [*kept, opened]
            sections.append(opened)
            continue
        field, said = _label(line)
        if field and open_sections:
            indent = len(line) - len(line.lstrip())
            # What is not set in further than an item belongs to what the item belongs to.
            owners = [each for each in open_sections if each.indent < indent] or open_sections[:1]
            owners[-1].fields.setdefault(field, said)
        elif line.strip() and not line[:1].isspace() and not _ITEM.match(line):
            open_sections = [each for each in open_sections if each.indent < 0]
    for section in sections:
        entries += section.entries
        found = section.level if section.fields and section.level else found
    return found


def _opened(line: str, below: str, number: int) -> _Section | None:
    """The section that a line begins."""
    heading = _HEADING.match(line)
    if heading:
        return _Section(number, heading[2], len(heading[1]), -1)
    if _UNDERLINE.match(below) and line.strip() and not line[:1].isspace() and "|" not in line:
        return _Section(number, line.strip(), 1 if below.startswith("=") else 2, -1)
    if _label(line)[0] or "|" in line:
        return None
    alone = _ALONE.match(line)
    if alone:
        return _Section(number, alone[1], 0, -1)
    item = _ITEM.match(line)
    if item is None:
        return None
    name, _, rest = re.sub(r"\s+[–—-]\s+", ": ", item[2]).partition(": ")
    section = _Section(number, name.strip().rstrip(":").strip("*_"), 0, len(item[1]))
    section.said = rest.strip(" *_")
    return section if _looks_like_name(section.name) else None


def _looks_like_name(text: str) -> bool:
    """Whether an item of a list may be the name of something, rather than a sentence."""
    return bool(text) and (text.startswith("`") or len(text.split()) <= _MOST_WORDS)


def _label(line: str) -> tuple[str, str]:
    """The field that a line is about, by a label or as a row of two cells, and what it says."""
    if "|" in line:
        cells = cells_of(line)
        field = _meaning(cells[0]) if len(cells) == 2 else ""
        return (field, cells[1]) if field in FIELDS else ("", "")
    label = _LABEL.match(line)
    field = _meaning(label[1]) if label else ""
    return (field, label[2].strip().strip("*_").strip()) if label and field in FIELDS else ("", "")


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
