"""A fix as a short diff, to be shown under its finding."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from concurrency_lint.findings import Fix
from concurrency_lint.reporters.terminal import one_line, visible


def fix_lines(fix: Fix, source: Sequence[str]) -> Iterator[str]:
    """What the fix is, and the lines that it changes."""
    kind = "" if fix.applicability == "display-only" else f"{fix.applicability} fix: "
    yield f"   = {kind}{one_line(fix.title)}"
    old = list(source)
    for line in list(difflib.unified_diff(old, _edited(fix, old), n=0, lineterm=""))[2:]:
        if not line.startswith("@@"):
            yield f"   {line[0]} {visible(line[1:])}"


def _edited(fix: Fix, lines: list[str]) -> list[str]:
    """The lines with the edits made, from the last to the first."""
    text = [*lines]
    for edit in reversed(fix.edits):
        span = edit.span
        first, last = span.line - 1, min(span.end_line, len(text)) - 1
        before = text[first][: span.column] if first < len(text) else ""
        after = text[last][span.end_column :] if span.end_line <= len(text) else ""
        text[first : last + 1] = (before + edit.content + after).splitlines() or [""]
        if edit.content.endswith(("\n", "\r")) and not after:
            text.insert(first + len(edit.content.splitlines()), "")
    return text
