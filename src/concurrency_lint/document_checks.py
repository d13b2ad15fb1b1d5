"""Documents against the code: entries that say too little, and entries for what is gone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from concurrency_lint.config import Settings
from concurrency_lint.findings import Finding, Span
from concurrency_lint.project.practices.documents import Document, Entry, parse, split_lines
from concurrency_lint.project.practices.mentions import Mentions
from concurrency_lint.rules.registry import all_rules

INCOMPLETE, STALE_ENTRY = "CNC305", "CNC306"


def document_findings(files: Iterable[Path], settings: Settings) -> list[Finding]:
    """What is wrong with the documents about the modules in `files`."""
    if not settings.enabled & {INCOMPLETE, STALE_ENTRY}:
        return []
    found: list[Finding] = []
    for path in sorted(documents_of(files, settings)):
        text = path.read_bytes().decode("utf-8", "replace")
        document = parse(text)
        gone = stale_entries(document, path, settings)
        for entry in document.entries:
            span = _span(text, entry)
            if entry in gone:
                found += _reported(STALE_ENTRY, path, span, settings, entry=entry.name)
            elif entry.missing:
                found += _reported(INCOMPLETE, path, span, settings, entry=entry.name, missing=_listed(entry.missing))
    return found


def documents_of(files: Iterable[Path], settings: Settings) -> set[Path]:
    """The documents that stand above these files, up to the project's root."""
    found = set()
    for folder in {file.parent for file in files}:
        above = folder
        while True:
            found |= {above / name for name in settings.messages_document if (above / name).is_file()}
            if above in (settings.root, above.parent):
                break
            above = above.parent
    return found


def stale_entries(document: Document, path: Path, settings: Settings) -> list[Entry]:
    """Entries whose name no file of the code holds, whole or in its last part."""
    mentions = Mentions(settings, lambda name: Path(name).read_bytes())
    return [
        entry
        for entry in document.entries
        if not mentions.of((entry.name, entry.name.rpartition(".")[2]), anywhere=True)
    ]


def _reported(code: str, path: Path, span: Span, settings: Settings, entry: str, missing: str = "") -> list[Finding]:
    if code not in settings.enabled:
        return []
    return [all_rules()[code].at(str(path), span, path.stem, entry=entry, missing=missing)]


def _span(text: str, entry: Entry) -> Span:
    line = split_lines(text)[entry.line - 1][0]
    start = max(line.find(entry.name), 0)
    return Span(entry.line, start, entry.line, start + len(entry.name))


def _listed(fields: tuple[str, ...]) -> str:
    return fields[0] if len(fields) == 1 else f"{', '.join(fields[:-1])} and {fields[-1]}"
