"""The lines of an expression after its first, and how far each has to move when something is put before it."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator
from typing import NamedTuple

from concurrency_lint.fixes.source import Source

_OPENING, _CLOSING = "([{", ")]}"


class Line(NamedTuple):
    """A line of an expression: where it begins, what it is set in by, and how it follows from the first.

    `aligned` tells which bracket of the first line it stands under: "" for none, "own" for the outermost, "inner".
    """

    start: int
    indentation: str
    aligned: str


def lines_after(source: Source, start: int, end: int) -> list[Line]:
    """The lines of a stretch after its first; none of those that begin in a string or are empty."""
    text = source.text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    rows = dict(_aligned_rows(text))
    found = []
    offset, row = source.next_line(start), 2
    while offset < end:
        line = source.text[offset : source.next_line(offset)]
        if row in rows and line.strip():
            found.append(Line(offset, line[: len(line) - len(line.lstrip(" \t"))], rows[row]))
        offset, row = source.next_line(offset), row + 1
    return found


def _aligned_rows(text: str) -> Iterator[tuple[int, str]]:
    """The rows of a text that begin with a token or a comment, and what each is aligned to."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return
    stack: list[str] = []
    kinds = {1: ""}
    for number, token in enumerate(tokens):
        row = token.start[0]
        if row not in kinds and token.type not in (tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER):
            closes = token.string in _CLOSING and token.type == tokenize.OP
            # What a bracket closes stands under what it is aligned to, or under the line that opened it.
            kinds[row] = stack[-1] if stack else ""
            yield row, ("" if closes and not kinds[row] else kinds[row])
        # A row that begins in a string stays where it is.
        kinds.update(dict.fromkeys(range(row + 1, token.end[0] + 1), kinds.get(row, "")))
        if token.type == tokenize.OP and token.string in _OPENING:
            following = tokens[number + 1]
            hangs = following.type in (tokenize.NL, tokenize.COMMENT)
            own = "own" if not stack else "inner"
            stack.append(kinds[row] if hangs or row > 1 else own)
        elif token.type == tokenize.OP and token.string in _CLOSING and stack:
            stack.pop()
