"""A handler's answer gets a status behind it."""

from __future__ import annotations

from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.source import is_a

name = "answer"


def draft(site: Site) -> Draft:
    """`return {"id": task.id}` becomes `return {"id": task.id}, 202`. Raises `RefusedError`."""
    source, status = site.source, site.data["status"]
    handler = next((parent for parent, _ in source.parents(site.call()) if is_a(parent, "FunctionDef")), None)
    answers = [
        node
        for node in source.nodes("Return")
        if next((parent for parent, _ in source.parents(node) if is_a(parent, "FunctionDef")), None) is handler
    ]
    if handler is None or len(answers) != 1:
        raise RefusedError("it answers in several ways; say the status in each")
    value = answers[0].value
    if value is None or is_a(value, "Tuple"):
        raise RefusedError("what it answers is not one value; write the status there")
    # `return a if b else c, 202` means what it should; these bind less than a comma does, or cannot stand before one.
    if is_a(value, "Yield", "Lambda", "NamedExpr") and not value.lpar:
        raise RefusedError(f"`{source.written(value)}` takes no status behind it")
    end = source.end(value) + len(value.rpar)
    if value.lpar:
        end = source.text.index(")", source.end(value)) + 1
    return Draft(
        applicability="unsafe",
        title=f"Answer {status}; {site.data['because']}",
        edits=(source.edit(end, end, f", {status}"),),
    )
