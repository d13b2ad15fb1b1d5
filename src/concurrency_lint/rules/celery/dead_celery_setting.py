"""A setting that Celery never looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from concurrency_lint.findings import Finding, FixRequest, Severity
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
    fix="unsafe",
    fix_note="the right name, where there is one; this switches the setting on",
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
_NAME = re.compile(r"[A-Za-z]\w*")
_OF_ANOTHER_KIND = ("broker_transport_options",)


@rule.on(GivenSetting)
def check(given: GivenSetting, project: Project) -> Iterator[Finding]:
    if given.setting or not given.advice:
        return
    where = f"with the namespace `{given.namespace}`" if given.namespace else "here"
    fix = _fix(given, project)
    yield on_setting(rule, given, project, fix=fix, key=given.key, where=where, advice=given.advice)


def _fix(given: GivenSetting, project: Project) -> FixRequest:
    new = given.advice.strip("`")
    if not _NAME.fullmatch(new) or new in _OF_ANOTHER_KIND:
        return FixRequest(refusal=f"there is no setting for it, but {given.advice}")
    others = project.celery.given.of(given.value.module)
    if not given.namespace and any(each.setting and each.key.isupper() for each in others):
        return FixRequest(refusal="settings with names of before version 4 stand beside it, and the two do not mix")
    return FixRequest(fixer="rename", data={"old": given.key, "new": new, "alone": "yes", "kind": ""})
