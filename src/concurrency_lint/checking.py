"""Rules over modules: the findings of linked modules, and the counts of what was looked at."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from concurrency_lint.config import Settings
from concurrency_lint.facts.model import Deed, ModuleFacts
from concurrency_lint.findings import Finding, Report, Span, Summary
from concurrency_lint.project import Project
from concurrency_lint.project.celery.worker_commands import is_document
from concurrency_lint.project.mentions import marks_of
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.subclasses import FileIndex, base_names
from concurrency_lint.reading import Unparsable, decoded, facts_of
from concurrency_lint.rules.registry import Check, Rule, all_rules
from concurrency_lint.sources import named_files, project_files
from concurrency_lint.unused_suppressions import UNUSED, unused_suppressions

_DEEP_ENOUGH = 20_000


class Knowledge(msgspec.Struct):
    """What has been read: encoded facts, bases and parse errors by path. Files not in it are read when asked for."""

    facts: Mapping[str, bytes]
    bases: Mapping[str, frozenset[str]]
    unparsable: Mapping[str, Unparsable]
    contents: Mapping[str, bytes] = {}
    marks: Mapping[str, frozenset[str]] = {}

    def facts_of(self, path: str, source: bytes | None = None) -> ModuleFacts | None:
        """The facts of a file, or None where it cannot be read or is not Python; `source` where it is at hand."""
        if path in self.unparsable:
            return None
        known = self.facts.get(path)
        if known is not None:
            return decoded(known)
        try:
            return facts_of(self.source_of(path) if source is None else source)
        except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    def source_of(self, path: str) -> bytes:
        """The bytes of a file. Raises `OSError`."""
        given = self.contents.get(path)
        return Path(path).read_bytes() if given is None else given

    def base_index(self, settings: Settings) -> FileIndex:
        """Which files of the project mention which names as bases."""
        return FileIndex((path, self._bases_of(path)) for path in map(str, project_files(settings.root, settings)))

    def mentions(self, settings: Settings) -> FileIndex:
        """Which files of the project mention what."""
        return FileIndex((path, self._marks_of(path)) for path in map(str, project_files(settings.root, settings)))

    def documents(self, settings: Settings) -> list[tuple[str, str]]:
        """The project's files that may hold command lines or services, with their text."""
        paths = map(str, named_files(settings.root, settings, is_document))
        return [(path, text) for path in paths if (text := self._text_of(path)) is not None]

    def project(self, settings: Settings, read: Callable[[str], ModuleFacts | None] | None = None) -> Project:
        """A project that knows what has been read."""
        return Project(
            settings,
            read=read or self.facts_of,
            read_bytes=self.source_of,
            index=lambda: self.base_index(settings),
            mentions=lambda: self.mentions(settings),
            documents=lambda: self.documents(settings),
            shows_documents=read is None,
        )

    def _text_of(self, path: str) -> str | None:
        try:
            return self.source_of(path).decode("utf-8", "replace")
        except OSError:
            return None

    def _marks_of(self, path: str) -> frozenset[str]:
        known = self.marks.get(path)
        if known is not None:
            return known
        try:
            return marks_of(self.source_of(path))
        except OSError:
            return frozenset()

    def _bases_of(self, path: str) -> frozenset[str]:
        known = self.bases.get(path)
        if known is not None:
            return known
        try:
            return base_names(self.source_of(path))
        except OSError:
            return frozenset()


class Checker:
    """Checks modules of one project. What has been linked for some of them is at hand for the next."""

    def __init__(self, settings: Settings, knowledge: Knowledge) -> None:
        self._settings, self._knowledge = settings, knowledge
        self._project = knowledge.project(settings)

    def check(self, paths: Iterable[str]) -> Report:
        """The findings of `paths`, sorted. A fault of ours in one module leaves the others' findings alone."""
        report = Report(findings=[], summary=Summary())
        modules = []
        for path in paths:
            report.summary.files += 1
            broken = self._knowledge.unparsable.get(path)
            if broken is not None:
                report.findings.append(_unparsable(path, broken))
                continue
            module = self._project.modules.at(path)
            if module is not None:
                modules.append(module)
                count(module, report.summary)
        with deep_recursion():
            self._check(modules, report)
        report.findings.sort(key=lambda finding: finding.sort_key)
        return report

    def _check(self, modules: list[LinkedModule], report: Report) -> None:
        known_before = self._project.unknown_on_loop
        try:
            found = findings(self._project, modules, self._settings)
        except Exception as error:
            # What was being worked out is half done: the rest is not to stand on it.
            self._project = self._knowledge.project(self._settings)
            if len(modules) == 1:
                report.errors.append(_internal_error(modules[0], error))
                return
            for module in modules:
                again = self._project.modules.at(module.path)
                if again is not None:
                    self._check([again], report)
            return
        report.findings += found
        report.summary.unknown_on_loop += self._project.unknown_on_loop - known_before


def _internal_error(module: LinkedModule, error: Exception) -> str:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place is not None else "?"
    return (
        f"{module.path}: internal error, {type(error).__name__}: {error} (at {where}); please report it with the file"
    )


def findings(project: Project, modules: list[LinkedModule], settings: Settings) -> list[Finding]:
    """What the enabled rules say of these modules, each finding once, with its shortest chain."""
    checks: dict[type, list[Check]] = {}
    for rule in all_rules().values():
        if rule.code in settings.enabled:
            for fact_type, check in rule.checks:
                checks.setdefault(fact_type, []).append(check)
    found: dict[tuple[str, Span, str], Finding] = {}
    for fact_type, subscribed in checks.items():
        for fact in project.facts(fact_type, modules, settings.enabled):
            for check in subscribed:
                for finding in check(fact, project):
                    known = found.get(finding.sort_key)
                    if known is None or _preferred(finding, known):
                        found[finding.sort_key] = finding
    every = list(found.values())
    if UNUSED in settings.enabled:
        every += unused_suppressions(project, modules, every, settings.enabled)
    return _once_each(every)


def _once_each(found: list[Finding]) -> list[Finding]:
    """Without the findings that another one in their file, which ends at the same call, says more of."""
    rules = all_rules()
    stood_for = {
        (finding.path, code, finding.chain[-1])
        for finding in found
        if finding.chain
        for code in rules[finding.code].stands_for
    }
    if not stood_for:
        return found
    return [each for each in found if not each.chain or (each.path, each.code, each.chain[-1]) not in stood_for]


def _preferred(new: Finding, known: Finding) -> bool:
    """The more severe of two findings at one place, then the one with the shorter chain, then the first."""
    return (-new.severity.rank, len(new.chain)) < (-known.severity.rank, len(known.chain))


def count(module: LinkedModule, summary: Summary) -> None:
    """Add a module's functions and call sites to the counts."""
    summary.functions += len(module.facts.functions) - 1
    for function in module.facts.functions:
        summary.call_sites += sum(operation.deed is Deed.CALL for operation in function.operations)


def _unparsable(path: str, broken: Unparsable) -> Finding:
    rule: Rule = all_rules()["CNC900"]
    span = Span(broken.line, broken.column, broken.line, broken.column + 1)
    return rule.at(path, span, Path(path).stem, reason=broken.reason)


@contextmanager
def deep_recursion() -> Iterator[None]:
    """With room for following long chains of assignments and calls."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEEP_ENOUGH))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
