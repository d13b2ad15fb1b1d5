"""A call that becomes the arguments of another: its function first, then its own arguments where they were."""

from __future__ import annotations

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.drafts import RefusedError
from concurrency_lint.fixes.source import Node, Source, is_a

_BRACKETS = (
    *("Arg", "Element", "DictElement", "Subscript", "FormattedStringExpression"),
    *("ListComp", "SetComp", "DictComp", "GeneratorExp"),
)


def moved(source: Source, call: Node, opening: str, closing: str, width: int) -> tuple[Edit, ...]:
    """The edits that make `opening f, a, b closing` of `f(a, b)`, each argument where it was.

    On a line that would be longer than `width`, what stands in the first parentheses goes to a line of its own.
    """
    opening, closing = _fitting(source, call, opening, closing, width)
    start, after_name, end = source.start(call), source.end(call.func) + len(call.func.rpar), source.end(call)
    if not call.args:
        if "#" in source.text[after_name:end]:
            raise RefusedError("a comment stands between its parentheses")
        return (source.edit(start, start, opening), source.edit(after_name, end, closing))
    first = source.start(call.args[0])
    between = source.text[after_name:first]
    space = between.partition("(")[2]
    if "\n" not in space and "\r" not in space:
        return (
            source.edit(start, start, opening),
            source.edit(after_name, first, ", "),
            source.edit(end - 1, end, closing),
        )
    # One argument a line: the function becomes the first of them.
    indentation = source.text[source.line_start(first) : first]
    line_break = "\n" + indentation if not indentation.strip() else " "
    return (
        source.edit(start, start, opening + space.replace(source.newline, "\n")),
        source.edit(after_name, first, "," + line_break),
        source.edit(end - 1, end, closing),
    )


def wrapped(source: Source, call: Node, opening: str, closing: str, width: int) -> tuple[Edit, ...]:
    """The edits that make `opening f)(a, b)` of `f(a, b)`, and close what else was opened."""
    start, after_name, end = source.start(call), source.end(call.func) + len(call.func.rpar), source.end(call)
    line = source.text[source.line_start(start) : source.next_line(start)].rstrip("\r\n")
    if len(line) + len(opening) + len(closing) > width:
        raise RefusedError("the line would be too long; offload it by hand")
    edits = [source.edit(start, start, opening), source.edit(after_name, after_name, ")")]
    return (*edits, source.edit(end, end, closing[1:])) if closing[1:] else tuple(edits)


def _fitting(source: Source, call: Node, opening: str, closing: str, width: int) -> tuple[str, str]:
    start, end = source.start(call), source.end(call)
    line = source.text[source.line_start(start) : source.next_line(start)].rstrip("\r\n")
    whole = source.text[start:end]
    if "\n" in whole or "\r" in whole or "#" in line or len(line) + len(opening) + len(closing) <= width:
        return opening, closing
    # Inside other parentheses it is those that a formatter would open.
    if any(is_a(parent, *_BRACKETS) for parent, _ in source.parents(call)):
        return opening, closing
    indentation = source.indentation(start)
    first, last = opening.index("(") + 1, closing.rindex(")")
    return (
        f"{opening[:first]}\n{indentation}    {opening[first:]}",
        f"{closing[:last]}\n{indentation}{closing[last:]}",
    )
