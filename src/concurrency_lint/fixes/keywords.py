"""Keyword arguments that are added to a call, in the form that the call has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.source import Node, Source, is_a


def with_keywords(source: Source, call: Node, given: Mapping[str, str], width: int) -> tuple[Edit, ...]:
    """The edits that add keywords behind the arguments of a call; what is none yet, such as a decorator, is called."""
    texts = [f"{name}={value}" for name, value in given.items()]
    start, end = source.start(call), source.end(call)
    room = width - (start - source.line_start(start))
    if not is_a(call, "Call"):
        whole = f"({', '.join(texts)})"
        long = end - start + len(whole) > room
        return (source.edit(end, end, _exploded(source, start, texts) if long else whole),)
    if not call.args:
        opening = source.text.index("(", source.end(call.func) + len(call.func.rpar))
        if source.text[opening + 1 : end - 1].strip():
            return (source.edit(end - 1, end - 1, "".join(f"{text}," for text in texts)),)
        whole = ", ".join(texts)
        if opening - start + len(whole) + 2 > room:
            return (source.edit(opening, end, _exploded(source, start, texts)),)
        return (source.edit(opening + 1, end - 1, whole),)
    if "\n" in source.text[start:end] or "\r" in source.text[start:end]:
        return tuple(_on_lines(source, call, texts))
    last = source.end(call.args[-1])
    added = "".join(f", {text}" for text in texts)
    if end - start + len(added) <= room:
        return (source.edit(last, last, added),)
    first = source.text.index("(", source.end(call.func) + len(call.func.rpar))
    held = [source.written(argument) for argument in call.args]
    return (source.edit(first, end, _exploded(source, start, [*held, *texts])),)


def _exploded(source: Source, start: int, texts: list[str]) -> str:
    """Parentheses with one argument a line."""
    indentation = source.indentation(start)
    return "(\n" + "".join(f"{indentation}    {text},\n" for text in texts) + f"{indentation})"


def _on_lines(source: Source, call: Node, texts: list[str]) -> Iterator[Edit]:
    """Behind the last argument of a call over several lines; on lines of their own where that has one."""
    argument = call.args[-1]
    start, last, end = source.start(argument), source.end(argument), source.end(call)
    indentation = source.text[source.line_start(start) : start]
    comma = is_a(argument.comma, "Comma")
    if indentation.strip():
        yield source.edit(last, last, "".join(f", {text}" for text in texts))
        return
    after = source.next_line(last)
    if after >= end or ")" in source.text[last:after].partition("#")[0]:
        yield source.edit(last, last, "".join(f",\n{indentation}{text}" for text in texts))
        return
    if not comma:
        yield source.edit(last, last, ",")
    yield source.edit(after, after, "".join(f"{indentation}{text},\n" for text in texts))
