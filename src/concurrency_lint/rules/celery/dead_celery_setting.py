"""A setting that Celery never looks at."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.celery.given_settings import GivenSetting
from concurrency_lint.rules.celery._settings import on_setting
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC223",
    name="dead-celery-setting",
    summary="`{key}` is ignored: Celery reads no setting of this name {where}; use {advice}",
    help=(
        "names depend on the namespace: new ones in lower case, old ones in upper case, or `NAMESPACE_` and the new one"
    ),
    since="0.1",
    severity=Severity.ERROR,
    explanation="""
    Unknown settings are never reported. With `namespace="CELERY"` only `CELERY_` and the new name
    counts; without one, `CELERY_TASK_ACKS_LATE` means nothing; and no release has `task_max_retries`.

    Bad:

        from celery import Celery

        app = Celery("shop")
        app.conf.task_max_retries = 5

    Good:

        from celery import Celery

        app = Celery("shop")
        app.conf.task_acks_late = True

    Limits: names that resemble none of Celery's, and names that the project reads itself, are taken
    to be the project's. What one supported release honours is not dead.
    """,
)


@rule.on(GivenSetting)
def check(given: GivenSetting, project: Project) -> Iterator[Finding]:
    if given.setting or not given.advice:
        return
    where = f"with the namespace `{given.namespace}`" if given.namespace else "here"
    yield on_setting(rule, given, project, key=given.key, where=where, advice=given.advice)
