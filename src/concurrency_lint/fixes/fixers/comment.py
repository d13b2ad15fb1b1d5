"""A comment that silences nothing goes, or the code in it does."""

from __future__ import annotations

import re

from concurrency_lint.fixes.drafts import Draft, RefusedError, Site

name = "comment"

_COMMENT = re.compile(r"#\s*noqa\s*:[\s,]*(?P<codes>[A-Z][0-9A-Z]*(?:[\s,]+[A-Z]+[0-9]+)*)", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][0-9A-Z]*", re.IGNORECASE)


def draft(site: Site) -> Draft:
    """`# noqa: CNC101, E501` becomes `# noqa: E501`. Raises `RefusedError`."""
    source, code = site.source, site.data["code"]
    start = source.offset(site.span.line, site.span.column)
    end = source.offset(site.span.end_line, site.span.end_column)
    found = _COMMENT.match(source.text, start, end)
    codes = list(_CODE.finditer(source.text, *found.span("codes"))) if found is not None else []
    own = next((number for number, each in enumerate(codes) if each[0].upper() == code.upper()), None)
    if found is None or own is None:
        raise RefusedError("the comment is not written as usual")
    if len(codes) > 1:
        first, last = (
            (codes[own].start(), codes[own + 1].start()) if not own else (codes[own - 1].end(), codes[own].end())
        )
        return Draft(applicability="safe", title=f"Take `{code}` away", edits=(source.edit(first, last, ""),))
    rest = source.text[found.end() : end]
    if rest.strip() and not rest.strip().startswith("#"):
        raise RefusedError("the comment says more than the code")
    before = source.text[source.line_start(start) : start]
    if rest.strip():
        edit = source.edit(start, end - len(rest.strip()), "")
    elif before.strip():
        edit = source.edit(start - len(before) + len(before.rstrip()), end, "")
    else:
        edit = source.edit(source.line_start(start), source.next_line(end), "")
    return Draft(applicability="safe", title="Take the comment away", edits=(edit,))
