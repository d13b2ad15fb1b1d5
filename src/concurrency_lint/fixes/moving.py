"""A call that becomes the arguments of another: its function first, then its own arguments where they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.continuation import lines_after
from concurrency_lint.fixes.drafts import RefusedError
from concurrency_lint.fixes.source import Node, Source, is_a

_BRACKETS = (
    *("Call", "List", "Set", "Dict", "Subscript", "FormattedStringExpression"),
    *("ListComp", "SetComp", "DictComp", "GeneratorExp"),
)
_TELLING = 60
_PRAGMA = re.compile(r"#\s*(type:|noqa|pylint|pragma|nosec)")
_TOO_LONG = "its line would be too long, and has to be laid out by hand"


class Change(NamedTuple):
    """Replace what stands between two offsets."""

    start: int
    end: int
    content: str


def moved(source: Source, call: Node, opening: str, closing: str, width: int) -> tuple[Edit, ...]:
    """The edits that make `opening f, a, b closing` of `f(a, b)`, laid out as the call is. Raises `RefusedError`.

    On a line that would be longer than `width`, what stands in the first parentheses goes to a line of its own.
    """
    start, after_name, end = _places(source, call)
    if not call.args:
        if "#" in source.text[after_name:end]:
            raise RefusedError("a comment stands between its parentheses")
        return _checked(source, call, _together(source, call, opening, closing, width), width)
    first, last = source.start(call.args[0]), source.end(call.args[-1])
    space = source.text[after_name:first].partition("(")[2]
    hangs, spans = _is_broken(space), _is_broken(source.text[start:end])
    whole = hangs and not _is_broken(source.text[first:last]) and not source.text[last : end - 1].strip()
    if (not spans or whole) and "#" not in source.text[after_name:first] + source.text[last:end]:
        return _checked(source, call, _together(source, call, opening, closing, width), width)
    if hangs:
        return _checked(source, call, _one_each(source, call, opening), width)
    changes = [Change(start, start, opening), Change(after_name, first, ", "), Change(end - 1, end, closing)]
    under = len(opening) - (first - start)
    for line in lines_after(source, start, end):
        shift = {"": 0, "own": under, "inner": len(opening) + 2 - (first - after_name)}[line.aligned]
        if shift > 0:
            changes.append(Change(line.start, line.start, " " * shift))
        elif shift < 0:
            changes.append(Change(line.start, line.start + min(-shift, len(line.indentation)), ""))
    return _checked(source, call, changes, width)


def wrapped(source: Source, call: Node, opening: str, closing: str, width: int) -> tuple[Edit, ...]:
    """The edits that make `opening f)(a, b)` of `f(a, b)`, and close what else was opened. Raises `RefusedError`."""
    start, after_name, end = source.start(call), source.end(call.func) + len(call.func.rpar), source.end(call)
    changes = [Change(start, start, opening), Change(after_name, after_name, ")")]
    return _checked(source, call, [*changes, *([Change(end, end, closing[1:])] if closing[1:] else [])], width)


def _together(source: Source, call: Node, opening: str, closing: str, width: int) -> list[Change]:
    """On one line what fits there: else with as many parentheses on lines of their own as it takes."""
    start, after_name, end = _places(source, call)
    arguments = [(source.start(each), source.end(each)) for each in call.args]
    inside = ", ".join([source.text[start:after_name], *(source.text[one:other] for one, other in arguments)])
    before = source.text[source.line_start(start) : start]
    behind = source.text[end : source.next_line(end)].rstrip("\r\n")
    between = ", "
    too_long = len(before + opening + inside + closing + behind) > width and "#" not in behind
    chained = opening.startswith("(") and behind.count("(") > 1
    # Inside other parentheses it is those that a formatter would open, and of a chain each link gets its line.
    if too_long and not chained and not _is_bracketed(source, call) and not _is_broken(source.text[start:after_name]):
        opening, closing, fits = _opened(source, call, opening, closing, inside, width)
        if not fits and arguments:
            between, closing = "," + opening[opening.rindex("\n") :], f",{closing}"
    if not arguments:
        return [Change(start, start, opening), Change(after_name, end, closing)]
    gaps = zip([after_name, *(other for _, other in arguments)], [one for one, _ in arguments], strict=False)
    if between == ", " and not _is_broken(source.text[start:end]):
        gaps = zip([after_name], [arguments[0][0]], strict=True)
    changes = [Change(one, other, between) for one, other in gaps]
    return [Change(start, start, opening), *changes, Change(arguments[-1][1], end, closing)]


def _opened(source: Source, call: Node, opening: str, closing: str, inside: str, width: int) -> tuple[str, str, bool]:
    """What stands before and after, with parentheses on lines of their own, and whether what is inside fits then."""
    before, after, deeper = "", "", source.indentation(source.start(call))
    while True:
        cut = opening.index("(") + 1
        head, opening = opening[:cut], opening[cut:]
        tail, closing = closing[-1:], closing[:-1]
        before, after = f"{before}{head}\n{deeper}{source.step}", f"\n{deeper}{tail}{after}"
        deeper += source.step
        fits = len(deeper + opening + inside + closing) <= width
        if fits or "(" not in opening:
            return before + opening, closing + after, fits


def _one_each(source: Source, call: Node, opening: str) -> list[Change]:
    """One argument a line: the function becomes the first of them."""
    start, after_name, end = _places(source, call)
    first, last = source.start(call.args[0]), source.end(call.args[-1])
    space = source.text[after_name:first].partition("(")[2]
    inner = source.text[source.line_start(first) : first]
    outer = source.indentation(start)
    parts = opening.split("(")[:-1]
    step = source.step
    deeper = step * (len(parts) - 1)
    before = (
        "".join(f"{part}(\n{outer}{step * level}" for level, part in enumerate(parts[:-1], start=1)) + f"{parts[-1]}("
    )
    close = "".join(f"\n{outer}{step * level})" for level in range(len(parts) - 2, -1, -1))
    changes = [
        Change(start, start, before + space.replace(source.newline, "\n") + deeper),
        Change(after_name, first, f",\n{inner}{deeper}"),
        Change(end, end, close),
    ]
    if not source.text[last : end - 1].strip():
        changes.append(Change(last, last, ","))
    moved_in = [line.start for line in lines_after(source, start, end) if deeper and line.start > first]
    return [*changes, *(Change(place, place, deeper) for place in moved_in)]


def _places(source: Source, call: Node) -> tuple[int, int, int]:
    """Where a call begins, where its function ends, and where it ends."""
    return source.start(call), source.end(call.func) + len(call.func.rpar), source.end(call)


def _is_broken(text: str) -> bool:
    return "\n" in text or "\r" in text


def _is_bracketed(source: Source, call: Node) -> bool:
    """Whether a bracket is opened on the call's line before it."""
    line = source.line_start(source.start(call))
    child = call
    for parent, _ in source.parents(call):
        if is_a(parent, "SimpleStatementLine", "FunctionDef", "If", "While", "For", "With"):
            return False
        holds = is_a(parent, *_BRACKETS) and not (is_a(parent, "Call", "Subscript") and child is _head(parent))
        if (holds or bool(getattr(parent, "lpar", None))) and source.start(parent) >= line:
            return True
        child = parent
    return False


def _head(node: Node) -> Node:
    return node.func if is_a(node, "Call") else node.value


def _checked(source: Source, call: Node, changes: list[Change], width: int) -> tuple[Edit, ...]:
    """The edits, where they make no line too long that was none before. Raises `RefusedError`.

    A short file does not say how long its lines may be; and who says something of a line has it stay one.
    """
    begin = source.line_start(source.start(call))
    end = source.next_line(source.end(call))
    old = source.text[begin:end]
    new = "".join(_applied(source, sorted(changes), begin, end))
    told = source.text.count("\n") >= _TELLING and ("#" not in old or _PRAGMA.search(old) is not None)
    if told and _longest(new) > max(width, _longest(old)):
        raise RefusedError(_TOO_LONG)
    return tuple(source.edit(*change) for change in changes)


def _applied(source: Source, changes: list[Change], begin: int, end: int) -> Iterator[str]:
    for change in changes:
        yield source.text[begin : change.start] + change.content
        begin = change.end
    yield source.text[begin:end]


def _longest(text: str) -> int:
    return max(map(len, text.splitlines()), default=0)
