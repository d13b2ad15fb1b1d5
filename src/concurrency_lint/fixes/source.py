"""The text of a file that is to be edited, its syntax tree, and the way from one to the other."""

from __future__ import annotations

import io
import re
import tokenize
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from concurrency_lint.findings import Edit, Span

_LINE_END = re.compile(r"\r\n|\r|\n")
Node = Any
"""A LibCST node. The library is loaded when something is to be fixed, so its types have no names here."""


class UneditableError(Exception):
    """The file cannot be edited; the text says why, in a clause."""


class Source:
    """One file as it was read. Nothing in it changes: edits make new bytes."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path, self.data = path, data
        try:
            self.encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
            self.text = data.decode(self.encoding)
        except (SyntaxError, UnicodeDecodeError, LookupError) as error:
            raise UneditableError("its text cannot be decoded") from error
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(self.text))]
        first = _LINE_END.search(self.text)
        self.newline = first[0] if first else "\n"

    @cached_property
    def tree(self) -> Node:
        """The module. Raises `UneditableError`."""
        return self._resolved[0]

    @cached_property
    def _resolved(self) -> tuple[Node, Any, Any]:
        import libcst
        from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider

        try:
            wrapper = MetadataWrapper(libcst.parse_module(self.text), unsafe_skip_copy=True)
            found = wrapper.resolve_many((PositionProvider, ParentNodeProvider))
        except (libcst.ParserSyntaxError, RecursionError) as error:
            raise UneditableError("its syntax is too new, or too deeply nested, for LibCST") from error
        return wrapper.module, found[PositionProvider], found[ParentNodeProvider]

    @cached_property
    def _calls(self) -> dict[Span, Node]:
        return {self.span(node): node for node in self.nodes("Call")}

    def call_at(self, span: Span) -> Node | None:
        """The call that stands at `span`."""
        return self._calls.get(span)

    def expression_at(self, span: Span) -> Node | None:
        """The call, the name or the dotted name that stands at `span`."""
        found = self.nodes("Call", "Name", "Attribute")
        return next((node for node in found if self.span(node) == span), None)

    def span(self, node: Node) -> Span:
        """Where a node stands, without the parentheses around it."""
        place = self._resolved[1][node]
        return Span(place.start.line, place.start.column, place.end.line, place.end.column)

    def parent(self, node: Node) -> Node:
        """The node of which this one is a part; None of the module."""
        return self._resolved[2].get(node)

    def parents(self, node: Node) -> Iterator[tuple[Node, Node]]:
        """The nodes around this one, from the inside out, each with the part of it that holds the node."""
        child, parent = node, self.parent(node)
        while parent is not None:
            yield parent, child
            child, parent = parent, self.parent(parent)

    def is_inside(self, node: Node, outer: Node) -> bool:
        """Whether a node is a part of another."""
        return any(parent is outer for parent, _ in self.parents(node))

    def is_label(self, node: Node) -> bool:
        """Whether a name is that of an attribute or of a keyword, and so no variable."""
        parent = self.parent(node)
        return (is_a(parent, "Attribute") and parent.attr is node) or (is_a(parent, "Arg") and parent.keyword is node)

    def nodes(self, *kinds: str) -> Iterator[Node]:
        """Every node of these kinds, in order of the source."""
        if len(kinds) == 1:
            yield from self._by_kind.get(kinds[0], ())
        else:
            yield from sorted((node for kind in kinds for node in self._by_kind.get(kind, ())), key=self.start)

    @cached_property
    def _by_kind(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in self._resolved[1]:
            found.setdefault(type(node).__name__, []).append(node)
        for nodes in found.values():
            nodes.sort(key=self.start)
        return found

    def offset(self, line: int, column: int) -> int:
        """The offset of a place, given as in a span."""
        return self._starts[line - 1] + column

    def start(self, node: Node) -> int:
        """The offset at which a node begins."""
        span = self.span(node)
        return self.offset(span.line, span.column)

    def end(self, node: Node) -> int:
        """The offset at which a node ends."""
        span = self.span(node)
        return self.offset(span.end_line, span.end_column)

    def end_of_alias(self, alias: Node) -> int:
        """The offset at which an imported name ends, without the comma behind it."""
        return self.end(alias.name if alias.asname is None else alias.asname.name)

    def written(self, node: Node) -> str:
        """The text of a node."""
        return self.text[self.start(node) : self.end(node)]

    def line_start(self, offset: int) -> int:
        """The offset at which the line of `offset` begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    @property
    def step(self) -> str:
        """What a block of the file is set in by."""
        return str(self.tree.default_indent)

    def indentation(self, offset: int) -> str:
        """What the line of `offset` is set in by."""
        line = self.text[self.line_start(offset) : self.next_line(offset)]
        return line[: len(line) - len(line.lstrip(" \t"))]

    def next_line(self, offset: int) -> int:
        """The offset at which the line after that of `offset` begins."""
        number = bisect_right(self._starts, offset)
        return self._starts[number] if number < len(self._starts) else len(self.text)

    def edit(self, start: int, end: int, content: str) -> Edit:
        """Replace the text between two offsets; line breaks of `content` become the file's."""
        line, end_line = bisect_right(self._starts, start), bisect_right(self._starts, end)
        span = Span(line, start - self._starts[line - 1], end_line, end - self._starts[end_line - 1])
        return Edit(span, content.replace("\n", self.newline))

    def offsets(self, edit: Edit) -> tuple[int, int]:
        """Where an edit begins and ends."""
        span = edit.span
        return self.offset(span.line, span.column), self.offset(span.end_line, span.end_column)

    def edited(self, edits: Sequence[Edit]) -> bytes:
        """The bytes of the file with these edits, which do not overlap, in its encoding. Raises `UneditableError`."""
        parts, done = [], 0
        for edit in sorted(edits, key=self.offsets):
            start, end = self.offsets(edit)
            parts += [self.text[done:start], edit.content]
            done = end
        try:
            return "".join([*parts, self.text[done:]]).encode(self.encoding)
        except UnicodeEncodeError as error:
            raise UneditableError("its encoding cannot hold what would be written") from error


def is_a(node: Node, *kinds: str) -> bool:
    """Whether a node is of one of the named LibCST classes."""
    return type(node).__name__ in kinds


def dotted_name(node: Node) -> str:
    """The dotted name that names and attributes make."""
    return f"{dotted_name(node.value)}.{node.attr.value}" if is_a(node, "Attribute") else str(node.value)
