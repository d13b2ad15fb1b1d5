"""Keyword arguments are added to a call or a decorator: all that findings at one place ask for, in one go."""

from __future__ import annotations

import re
from collections.abc import Hashable

from concurrency_lint.findings import FixRequest
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.keywords import with_keywords
from concurrency_lint.fixes.source import Node, is_a

name = "keywords"

_MEMBER = re.compile(r"\{([\w.]+)\}")


def together(site: Site) -> Hashable:
    """What is added at one place is added at once."""
    return site.span


def draft(site: Site) -> Draft:
    """`@app.task` becomes `@app.task(acks_late=True)`. Raises `RefusedError`."""
    requests = [finding.fix for finding in site.findings if finding.fix is not None]
    given = ordered(requests)
    call = _called(site)
    held = call.args if is_a(call, "Call") else ()
    starred = next((argument for argument in held if argument.star == "**"), None)
    if starred is not None:
        raise RefusedError(f"it is given `**{site.source.written(starred.value)}`; add `{next(iter(given))}` there")
    for argument in held:
        word = argument.keyword.value if argument.keyword is not None else ""
        if word in given:
            raise RefusedError(f"`{word}` is `{site.source.written(argument.value)}` there, which somebody has decided")
    given, imports = spelt(site, given, call)
    reasons = dict.fromkeys(request.data["because"] for request in requests)
    return Draft(
        applicability="unsafe",
        title=f"Add {', '.join(f'`{word}={text}`' for word, text in given.items())}; {'; '.join(reasons)}",
        edits=with_keywords(site.source, call, given, site.width),
        imports=imports,
    )


def spelt(site: Site, given: dict[str, str], node: Node) -> tuple[dict[str, str], frozenset[str]]:
    """What is given, with the names of its module in place of `{package.member}`; and what these need imported."""
    imports, found = set(), {}
    for word, text in given.items():
        for dotted in _MEMBER.findall(text):
            written, needed = site.imports.member(dotted, node)
            text = text.replace(f"{{{dotted}}}", written)
            imports.add(needed)
        found[word] = text
    return found, frozenset(imports - {""})


def ordered(requests: list[FixRequest]) -> dict[str, str]:
    """The keywords of all requests, in the order that these share."""
    order = next((request.data["order"].split() for request in requests if request.data.get("order")), [])
    given: dict[str, str] = {}
    for request in requests:
        given |= {word: text for word, text in request.data.items() if word not in ("because", "order")}
    return {word: given[word] for word in sorted(given, key=lambda word: order.index(word) if word in order else 99)}


def _called(site: Site) -> Node:
    """The call that takes the keywords: of `app.task(bind=True)(function)` the first."""
    found = site.source.expression_at(site.span)
    if found is None:
        raise RefusedError("it is not a call or decorator that stands by itself in the source")
    return found.func if is_a(found, "Call") and is_a(found.func, "Call") else found
