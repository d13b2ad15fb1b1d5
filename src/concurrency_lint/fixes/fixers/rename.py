"""A name that means nothing becomes the one that was meant."""

from __future__ import annotations

import re

from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.source import Node, is_a

name = "rename"

_TRUTH = ("True", "False")


def draft(site: Site) -> Draft:
    """`@app.task(ack_late=True)` becomes `@app.task(acks_late=True)`. Raises `RefusedError`."""
    source, old, new = site.source, site.data["old"], site.data["new"]
    if site.data["alone"] and re.search(rf"\b{re.escape(new)}\b", source.text):
        raise RefusedError(f"`{new}` stands in this module, too; decide which of the two it is to be")
    start = source.offset(site.span.line, 0)
    line = source.text[start : source.next_line(start)]
    places = [found.start() for found in re.finditer(rf"(?<![\w-]){re.escape(old)}(?![\w-])", line)]
    near = [place for place in places if place >= site.span.column]
    if len(near) != 1:
        raise RefusedError(f"`{old}` is not written where it is set")
    place = start + near[0]
    value = _value(site, place)
    if value is not None and not _fits(new, value, site.data["kind"]):
        raise RefusedError(f"`{source.written(value)}` is no value for `{new}`")
    return Draft(
        applicability="unsafe",
        title=f"Write `{new}`, which switches it on",
        edits=(source.edit(place, place + len(old), new),),
    )


def _value(site: Site, place: int) -> Node | None:
    """What the keyword that stands at a place is given."""
    for argument in site.source.nodes("Arg"):
        if argument.keyword is not None and site.source.start(argument.keyword) == place:
            return argument.value
    return None


def _fits(new: str, value: Node, kind: str) -> bool:
    """Whether a value can be what the option takes, as far as it is written out."""
    if kind == "exceptions":
        return is_a(value, "Tuple", "List")
    truth = is_a(value, "Name") and value.value in _TRUTH
    if kind == "number":
        return not truth and not is_a(value, "SimpleString", "Tuple", "List", "Dict")
    return truth or kind != "switch" or not is_a(value, "Integer", "Float", "SimpleString", "Tuple", "List", "Dict")
