"""An exception that a broad handler would swallow is raised again before it."""

from __future__ import annotations

from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.source import Node, Source

name = "reraise"

_INDENTATION = "    "


def draft(site: Site) -> Draft:
    """`except SoftTimeLimitExceeded: raise` goes before `except Exception:`. Raises `RefusedError`."""
    source = site.source
    at = source.offset(site.span.line, site.span.column)
    handler = next((node for node in source.nodes("ExceptHandler") if source.start(node) == at), None)
    if handler is None:
        raise RefusedError("it is an `except*`")
    written, needed = site.imports.member(site.data["exception"], handler)
    indentation = source.text[source.line_start(at) : at]
    inner = indentation + (_step(source, handler, indentation) or _INDENTATION)
    place = _above_comments(source, source.line_start(at), indentation)
    return Draft(
        applicability="unsafe",
        title=f"Raise `{written}` again; the task then ends where it went on",
        edits=(source.edit(place, place, f"{indentation}except {written}:\n{inner}raise\n"),),
        imports=frozenset(filter(None, [needed])),
    )


def _step(source: Source, handler: Node, indentation: str) -> str:
    """By how much the body of a handler is indented, where it stands below it."""
    first = source.start(handler.body.body[0])
    before = source.text[source.line_start(first) : first]
    return "" if before.strip() else before.removeprefix(indentation)


def _above_comments(source: Source, start: int, indentation: str) -> int:
    """Where the comments begin that stand directly above a line and belong to it."""
    while start:
        above = source.line_start(start - 1)
        line = source.text[above:start]
        if not line.startswith(f"{indentation}#"):
            break
        start = above
    return start
