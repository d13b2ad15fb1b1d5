"""Comments by which somebody has thought of where a call runs: then it is not for others to move it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrency_lint.findings import Span
    from concurrency_lint.project.text import SourceText

_MOST_LINES = 10
"""A comment further up is about something else."""
_HEAD = ("def ", "async def ", "class ", "@")
_BEHIND = re.compile(r"\s#(.*)")
_THOUGHT_OF = re.compile(
    r"\boff-?load|to_thread|run_in_executor|\bexecutors?\b|\b(?:thread|process)[- ]?pool"
    r"|\b(?:worker|main|another|other|separate|background|own|same) threads?\b|\bin(?:to)? a thread\b"
    r"|\b(?:non-?)?blocking\b|\bblock(?:s|ed)? the\b|\bevent[- ]loop|\b(?:on|off|of|stalls?|holds?) the loop\b"
    r"|\bsynchronous(?:ly)?\b|\bsync (?:on purpose|here|because)\b|\bawait(?:s|ed)?\b",
    re.IGNORECASE,
)
THOUGHT_OF = "a comment there says something of where it runs, so somebody has decided that; ask them"


def is_thought_of(text: SourceText, span: Span) -> bool:
    """Whether a comment at a call, or above it with no empty line between, is about threads or the event loop."""
    said = " ".join([*reversed(list(_above(text, span.line))), *_beside(text, span)])
    return _THOUGHT_OF.search(said) is not None


def _above(text: SourceText, line: int) -> Iterator[str]:
    for number in range(line - 1, max(line - 1 - _MOST_LINES, 0), -1):
        written = text.line(number).strip()
        if not written or written.startswith(_HEAD):
            return
        if written.startswith("#"):
            yield written.lstrip("# ")


def _beside(text: SourceText, span: Span) -> Iterator[str]:
    for number in range(span.line, span.end_line + 1):
        written = text.line(number)
        found = _BEHIND.search(written, span.end_column if number == span.end_line else 0)
        if found is not None:
            yield found[1]
