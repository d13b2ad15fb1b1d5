"""A retry that always waits equally long waits twice as long each time."""

from __future__ import annotations

from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.keywords import with_keywords
from concurrency_lint.fixes.source import is_a

name = "countdown"


def draft(site: Site) -> Draft:
    """`self.retry(countdown=60)` gets `60 * 2**self.request.retries`. Raises `RefusedError`."""
    source, call = site.source, site.call()
    if not is_a(call.func, "Attribute") or not is_a(call.func.value, "Name"):
        raise RefusedError("the task that it retries is not called by its name")
    task = call.func.value.value
    given = next((each for each in call.args if each.keyword is not None and each.keyword.value == "countdown"), None)
    if given is None:
        growing = f"{task}.default_retry_delay * 2**{task}.request.retries"
        edits = with_keywords(source, call, {"countdown": growing}, site.width)
    else:
        if not is_a(given.value, "Integer", "Float"):
            raise RefusedError(f"`{source.written(given.value)}` may be used for something else, too; let that grow")
        growing = f"{source.written(given.value)} * 2**{task}.request.retries"
        edits = (source.edit(source.start(given.value), source.end(given.value), growing),)
    return Draft(
        applicability="unsafe",
        title=f"Wait `{growing}` seconds; the later attempts then come later than they do now",
        edits=edits,
    )
