"""A broker that the policy has no place for."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.given_settings import GivenSetting
from concurrency_lint.project.celery.urls import is_production, schemes_of
from concurrency_lint.rules.celery._settings import known_texts, on_setting, other_values
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC210",
    name="broker-not-allowed",
    summary="broker `{scheme}` is not allowed {where}; use one of {allowed}",
    help="use a broker that the house knows how to run: `development-brokers` and `production-brokers` name them",
    since="0.1",
    explanation="""
    Every broker has its own way of losing or repeating messages. A house that runs two kinds well
    does not want a third in passing.

    Bad:

        from celery import Celery

        app = Celery("shop", broker="sqs://")

    Good:

        from celery import Celery

        app = Celery("shop", broker="redis://redis:6379/0")

    Limits: a URL that is put together at run time is not judged. Production files are those that
    `production-files` names; elsewhere Redis will do.
    """,
)
_SETTINGS = ("broker_url", "broker_read_url", "broker_write_url")


@rule.on(GivenSetting)
def check(given: GivenSetting, project: Project) -> Iterator[Finding]:
    if given.setting not in _SETTINGS:
        return
    production = is_production(given.place.path, project.settings)
    settings = project.settings
    allowed = settings.production_brokers if production else settings.development_brokers
    schemes = [scheme for text in known_texts(given, project) for scheme in schemes_of(text)]
    if not schemes or any(scheme in allowed for scheme in schemes):
        return
    if any(
        other is None or schemes_of(other)[:1][0] in allowed for other in other_values(given, project) if other != ""
    ):
        return
    where = "in production" if production else "by the policy"
    yield on_setting(rule, given, project, scheme=schemes[0], where=where, allowed=", ".join(allowed))
