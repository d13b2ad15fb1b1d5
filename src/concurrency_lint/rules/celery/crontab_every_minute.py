"""A schedule that fires sixty times where once was meant."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.schedules import Crontab
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC225",
    name="crontab-every-minute",
    summary="`crontab` without `minute` fires every minute within {fields}; add `minute=0`",
    help="`minute` is `*` where it is not given; say `minute=0`, or `minute='*'` where every minute is meant",
    since="0.1",
    explanation="""
    Every field of `crontab` is `*` by default, `minute` too: `crontab(hour=3)` is `* 3 * * *`, sixty
    runs between three and four.

    Bad:

        from celery.schedules import crontab

        nightly = crontab(hour=3)

    Good:

        from celery.schedules import crontab

        nightly = crontab(minute=0, hour=3)

    Limits: `crontab()` alone is taken to mean every minute.
    """,
)


@rule.on(Crontab)
def check(found: Crontab, project: Project) -> Iterator[Finding]:
    fields = [name for name, value in found.given.items() if value != "*" and name != "nowfun" and name != "app"]
    if "minute" in found.given or not fields or not found.complete:
        return
    path = found.module.path
    span = project.texts.of(path).span(found.operation)
    words = " and ".join(f"`{name}`" for name in fields)
    yield rule.at(path, span, found.module.symbol(found.function), fields=words)
