"""Documents against the code: entries that say too little, and entries for what is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from concurrency_lint.config import Settings
from concurrency_lint.findings import Finding, Span
from concurrency_lint.project.practices.documents import Document, Entry, parse, split_lines
from concurrency_lint.project.practices.mentions import Mentions
from concurrency_lint.rules.registry import all_rules

INCOMPLETE, STALE_ENTRY = "CNC305", "CNC306"


class JudgedEntry(NamedTuple):
    """An entry of a document that says too little, or is about something that is gone."""

    code: str
    path: Path
    entry: Entry
    span: Span


def document_findings(files: Iterable[Path], settings: Settings) -> list[Finding]:
    """What is wrong with the documents about the modules in `files`."""
    found: list[Finding] = []
    for judged in judged_entries(files, settings):
        missing = _listed(judged.entry.missing) if judged.code == INCOMPLETE else ""
        rule = all_rules()[judged.code]
        found.append(rule.at(str(judged.path), judged.span, judged.path.stem, entry=judged.entry.name, missing=missing))
    return found


def judged_entries(files: Iterable[Path], settings: Settings) -> Iterator[JudgedEntry]:
    """The entries of documents about the modules in `files` that something is wrong with."""
    if not settings.enabled & {INCOMPLETE, STALE_ENTRY}:
        return
    for path in sorted(documents_of(files, settings)):
        text = path.read_bytes().decode("utf-8", "replace")
        document = parse(text)
        gone = stale_entries(document, path, settings)
        for entry in document.entries:
            code = STALE_ENTRY if entry in gone else INCOMPLETE if entry.missing else ""
            if code in settings.enabled:
                yield JudgedEntry(code, path, entry, _span(text, entry))


def documents_of(files: Iterable[Path], settings: Settings) -> set[Path]:
    """The documents that stand above these files, up to the project's root."""
    folders = {file.parent for file in files}
    waiting = [*folders]
    while waiting:
        folder = waiting.pop()
        if folder != settings.root and folder.parent not in folders:
            folders.add(folder.parent)
            waiting.append(folder.parent)
    return {path for folder in folders for name in settings.messages_document if (path := folder / name).is_file()}


def stale_entries(document: Document, path: Path, settings: Settings) -> list[Entry]:
    """Entries whose name no file of the code holds, whole or in its last part."""
    mentions = Mentions(settings, lambda name: Path(name).read_bytes())
    return [
        entry
        for entry in document.entries
        if not mentions.of((entry.name, entry.name.rpartition(".")[2]), anywhere=True)
    ]


def _span(text: str, entry: Entry) -> Span:
    line = split_lines(text)[entry.line - 1][0]
    start = max(line.find(entry.name), 0)
    return Span(entry.line, start, entry.line, start + len(entry.name))


def _listed(fields: tuple[str, ...]) -> str:
    return fields[0] if len(fields) == 1 else f"{', '.join(fields[:-1])} and {fields[-1]}"
