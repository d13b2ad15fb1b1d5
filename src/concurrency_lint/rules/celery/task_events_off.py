"""An app that nobody can watch."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.catalogue.task_roles import task_roles
from concurrency_lint.findings import Finding, FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.project.celery.tasks import AppFact
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC212",
    name="task-events-off",
    summary="nothing watches what the workers of this app do; set `worker_send_task_events=True` and run an exporter",
    help="send task events to an exporter, or instrument the app with OpenTelemetry, Prometheus or Sentry",
    since="0.1",
    fix="unsafe",
    fix_note="`worker_send_task_events=True` where the app is made",
    explanation="""
    A queue that stands still makes no noise. Task events, or traces, are how one hears of it.

    Bad:

        from celery import Celery

        app = Celery("shop", broker="redis://redis:6379/0")

    Good:

        from celery import Celery

        app = Celery("shop", broker="redis://redis:6379/0")
        app.conf.worker_send_task_events = True

    Limits: a worker's `-E`, an exporter or Flower service in a compose file, and any mention of a
    known instrumentation count as a sign. One finding for each app.
    """,
)


@rule.on(AppFact)
def check(fact: AppFact, project: Project) -> Iterator[Finding]:
    library = project.celery
    if not fact.configuration.get("worker_send_task_events").surely(falsy):
        return
    if not fact.configuration.get("broker_url").surely(lambda value: True) and _no_settings_known(fact):
        return
    commands = library.workers.all()
    if any("events" in command.options or command.subcommand in ("flower", "events") for command in commands):
        return
    if library.mentions.paths("instrumentation"):
        return
    images = task_roles().instrumentation.images
    if any(image in text for _, text in library.documents() for image in images):
        return
    yield rule.at(fact.path, fact.span, fact.symbol, fix=_fix(fact))


def _fix(fact: AppFact) -> FixRequest:
    if fact.app.cls is not None:
        return FixRequest(refusal="the app is of a class of the project's own")
    if fact.configuration.get("worker_send_task_events").place is not None:
        return FixRequest(refusal="it is switched off elsewhere")
    because = "each task then sends a few messages more"
    return FixRequest(fixer="keywords", data={"worker_send_task_events": "True", "because": because})


def _no_settings_known(fact: AppFact) -> bool:
    """Whether the whole configuration is out of sight."""
    return fact.configuration.sources is not None and all(source is None for source in fact.configuration.sources)
