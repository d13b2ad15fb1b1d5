"""What rules answer: a finding, where it stands, and the chain that proves it."""

from __future__ import annotations

import enum
from typing import Literal

import msgspec


class Severity(str, enum.Enum):
    """How much a finding matters; ordered by `rank` (advice 0, warning 1, error 2)."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        return _RANKS[self.value]


_RANKS = {"advice": 0, "warning": 1, "error": 2}


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of source: 1-based lines, 0-based columns, both counted in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Step(msgspec.Struct, frozen=True):
    """One hop of a chain: the call that stands at `span` in `path`, as written (`text`), and what it calls."""

    path: str
    span: Span
    text: str
    target: str


class FixRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What makes the fix of a finding: the fixer's name, and the words that it needs. The fixer looks at the source.

    `span` is where it looks, if not where the finding stands. Where it is known already that there can be none,
    `refusal` says why, in a clause, and `fixer` is empty.
    """

    fixer: str = ""
    span: Span | None = None
    data: dict[str, str] = {}
    refusal: str = ""


class Edit(msgspec.Struct, frozen=True, order=True):
    """Replace what stands at `span`, which may be empty, by `content`."""

    span: Span
    content: str


class Fix(msgspec.Struct, frozen=True, kw_only=True):
    """What would settle a finding: edits of its file that do not overlap, in order.

    `safe` changes when things run and nothing else. A `display-only` one is advice without edits; its title says why.
    """

    applicability: Literal["safe", "unsafe", "display-only"]
    title: str
    edits: tuple[Edit, ...] = ()


def via(chain: tuple[Step, ...]) -> str:
    """The functions between the first and the last call of a chain, in short: `, via load() -> fetch()`."""
    names = [f"{step.target}()" for step in chain[:-1]]
    if len(names) > 4:
        names = [*names[:2], "...", names[-1]]
    return f", via {' -> '.join(names)}" if names else ""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One defect. `path` is absolute; adapters show it relative to the working directory.

    `chain` runs from the reported call to the blocking one and is empty for rules that are not about a call
    chain; `sink` is the canonical name of what blocks, or empty. `symbol` is the dotted name of the enclosing
    function or, outside any function, of the module.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    span: Span
    symbol: str
    help: str
    url: str
    sink: str = ""
    chain: tuple[Step, ...] = ()
    fix: FixRequest | None = None

    @property
    def fixable(self) -> bool:
        """Whether nothing is known that stands in the way of a fix."""
        return self.fix is not None and not self.fix.refusal

    @property
    def sort_key(self) -> tuple[str, Span, str]:
        return (self.path, self.span, self.code)


class Summary(msgspec.Struct, kw_only=True):
    """What one run looked at. Counts of things, not of findings, are over the checked files only."""

    files: int = 0
    functions: int = 0
    call_sites: int = 0
    unknown_on_loop: int = 0

    def add(self, other: Summary) -> None:
        """Add another part's counts to this one."""
        self.files += other.files
        self.functions += other.functions
        self.call_sites += other.call_sites
        self.unknown_on_loop += other.unknown_on_loop


class Report(msgspec.Struct, kw_only=True):
    """The outcome of checking a set of files: findings in order of path, position and code.

    `errors` are sentences about files that could not be checked through a fault of ours.
    """

    findings: list[Finding]
    summary: Summary
    errors: list[str] = []

    def add(self, other: Report) -> None:
        """Add the outcome for other files, out of order."""
        self.findings += other.findings
        self.errors += other.errors
        self.summary.add(other.summary)
