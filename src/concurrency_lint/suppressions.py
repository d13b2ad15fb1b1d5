"""What keeps a finding from being shown: `# noqa` as flake8 reads it, per-file ignores and the minimal severity."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from concurrency_lint.config import Settings
from concurrency_lint.findings import Finding
from concurrency_lint.globs import PathPatterns

# As in flake8 6 and 7 (flake8/defaults.py); not imported, since `check` does without flake8.
_NOQA = re.compile(r"# noqa(?::[\s]?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
_NOQA_FILE = re.compile(r"^[^\S\n]*# flake8[:=][^\S\n]*noqa", re.IGNORECASE | re.MULTILINE)
_BEYOND_LINES = re.compile(
    r"#[^\n]*"
    r'|"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'
    r"|'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'"
    r"|(?:\\\n)+",
    re.DOTALL,
)
"""Comments, and what can join lines: strings and backslashes. Quick, where telling all tokens apart takes long."""


class NoqaComments:
    """The `# noqa` comments of one module."""

    def __init__(self, text: str) -> None:
        self._mentions = "noqa" in text.lower()
        self._lines = io.StringIO(text, newline=None).readlines() if self._mentions else []
        self._text = "".join(self._lines)

    @cached_property
    def whole_file(self) -> bool:
        """Does a line of its own say `# flake8: noqa`?"""
        return _NOQA_FILE.search(self._text) is not None

    def silence(self, code: str, line: int) -> bool:
        """Is `code` silenced on this 1-based line, by a comment there or for the whole file?"""
        if not self._mentions:
            return False
        if self.whole_file:
            return True
        comment = _NOQA.search(self._stretch(line))
        if comment is None:
            return False
        codes = comment["codes"]
        return codes is None or code.startswith(tuple(part for part in re.split(r"[,\s]", codes) if part))

    def _stretch(self, line: int) -> str:
        if line in self._stretches:
            return self._stretches[line]
        return self._lines[line - 1] if 0 < line <= len(self._lines) else ""

    @cached_property
    def _stretches(self) -> dict[int, str]:
        """The text that is searched for each line: lines joined by a backslash or a string count as one."""
        stretches: dict[int, str] = {}
        if not _joins_mention(self._text):
            return stretches
        try:
            for first, last in _joined_lines(self._lines):
                joined = "".join(self._lines[first - 1 : last])
                stretches.update(dict.fromkeys(range(first, last + 1), joined))
        except (tokenize.TokenError, SyntaxError):
            return {}
        return stretches


def _joins_mention(text: str) -> bool:
    """Whether lines may be joined of which one mentions the comment: else each line speaks for itself."""
    mentions = [match.start() for match in re.finditer("noqa", text, re.IGNORECASE)]
    for match in _BEYOND_LINES.finditer(text):
        start, end = match.span()
        if "\n" in match.group():
            first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
            if any(first <= mention and (mention < last or last < 0) for mention in mentions):
                return True
    return False


def _joined_lines(lines: list[str]) -> Iterator[tuple[int, int]]:
    start, end = len(lines) + 2, -1
    for token in tokenize.generate_tokens(iter(lines).__next__):
        if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
            continue
        start, end = min(start, token.start[0]), max(end, token.end[0])
        if token.type in (tokenize.NL, tokenize.NEWLINE):
            yield start, end
            start, end = len(lines) + 2, -1


def shown(findings: Iterable[Finding], settings: Settings, read: Callable[[str], str | None]) -> list[Finding]:
    """The findings that neither a comment, nor a per-file ignore, nor the minimal severity holds back.

    `read` gives the text of a file by its absolute path, or None where there is none; it is asked only about files
    that have findings.
    """
    comments: dict[str, NoqaComments] = {}
    result = []
    for finding in within_settings(findings, settings):
        if finding.path not in comments:
            comments[finding.path] = NoqaComments(read(finding.path) or "")
        if not comments[finding.path].silence(finding.code, finding.span.line):
            result.append(finding)
    return result


def within_settings(findings: Iterable[Finding], settings: Settings) -> list[Finding]:
    """The findings left by per-file ignores and the minimal severity; flake8 sees to `# noqa` itself."""
    ignored = PerFileIgnores(settings)
    lowest = settings.min_severity.rank
    return [
        finding
        for finding in findings
        if finding.severity.rank >= lowest and not ignored.silence(finding.code, finding.path)
    ]


class PerFileIgnores:
    """The codes that `per-file-ignores` takes out, by path; a pattern with `!` in front holds for all other files."""

    def __init__(self, settings: Settings) -> None:
        root = str(settings.root)
        self._entries = [
            (PathPatterns([pattern.removeprefix("!")], root), pattern.startswith("!"), codes)
            for pattern, codes in settings.per_file_ignores
        ]
        self._prefixes: dict[str, tuple[str, ...]] = {}

    def silence(self, code: str, path: str) -> bool:
        """Is `code` ignored in the file at this absolute path?"""
        return bool(self._entries) and code.startswith(self._prefixes_for(path))

    def left_in(self, path: str, codes: frozenset[str]) -> frozenset[str]:
        """Those of `codes` that are not ignored in the file at this absolute path."""
        return frozenset(code for code in codes if not self.silence(code, path)) if self._entries else codes

    def _prefixes_for(self, path: str) -> tuple[str, ...]:
        if path not in self._prefixes:
            self._prefixes[path] = tuple(
                "" if prefix == "ALL" else prefix
                for patterns, negated, codes in self._entries
                if patterns.match(path) is not negated
                for prefix in codes
            )
        return self._prefixes[path]
