"""What a fixer is given, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from concurrency_lint.findings import Edit, Finding, Span
from concurrency_lint.fixes.imports import Imports
from concurrency_lint.fixes.runtimes import Runtimes
from concurrency_lint.fixes.source import Node, Source


class RefusedError(Exception):
    """There is no fix; the text says why, in a clause."""


class Site:
    """A finding in its source, or several that are fixed together: what a fixer looks at."""

    def __init__(
        self, findings: Sequence[Finding], source: Source, imports: Imports, runtimes: Runtimes, width: int
    ) -> None:
        self.findings, self.source, self.imports, self.runtimes = findings, source, imports, runtimes
        self.width = width
        self.finding = findings[0]

    @property
    def data(self) -> dict[str, str]:
        """The words that the rule gives the fixer."""
        return self.finding.fix.data if self.finding.fix is not None else {}

    @property
    def span(self) -> Span:
        """Where to look."""
        return place_of(self.finding)

    def call(self) -> Node:
        """The call that is reported. Raises `RefusedError`."""
        node = self.source.call_at(self.span)
        if node is None:
            raise RefusedError("it is not a call that stands by itself in the source")
        return node


def place_of(finding: Finding) -> Span:
    """Where the fixer of a finding looks."""
    return finding.fix.span if finding.fix is not None and finding.fix.span is not None else finding.span


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A fix but for the imports; `imports` are the modules that it needs, or `module:name`."""

    applicability: Literal["safe", "unsafe"]
    title: str
    edits: tuple[Edit, ...]
    imports: frozenset[str] = frozenset()

    @property
    def stretch(self) -> Span:
        """From the first to the last place that it changes."""
        spans = [edit.span for edit in self.edits]
        last = max((span.end_line, span.end_column) for span in spans)
        return Span(min(spans).line, min(spans).column, *last)
