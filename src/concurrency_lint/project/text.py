"""The text of files: what a finding quotes, and spans in code points."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

from concurrency_lint.facts.model import Operation
from concurrency_lint.findings import Span
from concurrency_lint.sources import SourceError, decode

_LONGEST_QUOTE = 80
_MOST_KEPT = 100
_WORD = re.compile(r"\w+|[\"'][^\"']*[\"']|\S")


class Lines(Sequence[str]):
    """The lines of a text, as `ast` counts them, without their ends; they take no memory beside the text's."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        self._before = array("I", accumulate(map(len, self._text.split("\n")), initial=0))
        """How long the lines before each one are together, without their ends."""

    def __len__(self) -> int:
        return len(self._before) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(f"there are {len(self)} lines")
        number = index % len(self)
        return self._text[self._before[number] + number : self._before[number + 1] + number]


class SourceText:
    """The text of one file; `text` is None where its bytes are not what their encoding says."""

    def __init__(self, source: bytes) -> None:
        self.text: str | None = None
        try:
            self.text = decode(source)
        except SourceError:
            self._readable = source.decode("utf-8", "replace")
        else:
            self._readable = self.text

    @cached_property
    def lines(self) -> Lines:
        """The lines, with what cannot be decoded replaced."""
        return Lines(self._readable)

    def span(self, operation: Operation) -> Span:
        """The stretch of an operation, its byte offsets turned into code points."""
        return self.stretch(operation.line, operation.column, operation.end_line, operation.end_column)

    def stretch(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        """A stretch between two places in byte offsets."""
        return Span(line, self._column(line, column), end_line, self._column(end_line, end_column))

    def word(self, line: int, column: int) -> Span:
        """The word, or the string, that begins at a place in byte offsets."""
        start = self._column(line, column)
        found = _WORD.match(self.line(line), start)
        return Span(line, start, line, found.end() if found else start + 1)

    def quote(self, span: Span) -> str:
        """The text of a span on one line, shortened where it is long."""
        if span.line == span.end_line:
            text = self.line(span.line)[span.column : span.end_column]
        else:
            parts = [self.line(span.line)[span.column :]]
            parts += [self.line(number).strip() for number in range(span.line + 1, span.end_line)]
            parts.append(self.line(span.end_line)[: span.end_column].strip())
            text = " ".join(part.strip() for part in parts)
        return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 3] + "..."

    def line(self, number: int) -> str:
        """A line by its number; empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _column(self, number: int, offset: int) -> int:
        line = self.line(number)
        if line.isascii():
            return offset
        return len(line.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore"))


class Texts:
    """Source texts by absolute path, read when a finding quotes them; the last few are kept."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._given: dict[str, SourceText] = {}
        self._texts: dict[str, SourceText] = {}

    def put(self, path: str, source: bytes) -> None:
        """Use this source for a module, in place of what is on disk."""
        self._given[path] = SourceText(source)

    def of(self, path: str) -> SourceText:
        """The text of a module; empty where it can no longer be read."""
        text = self._given.get(path) or self._texts.get(path)
        if text is None:
            try:
                text = SourceText(self._read(path))
            except OSError:
                text = SourceText(b"")
            if len(self._texts) >= _MOST_KEPT:
                del self._texts[next(iter(self._texts))]
            self._texts[path] = text
        return text
