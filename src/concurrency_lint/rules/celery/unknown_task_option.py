"""An option that Celery takes without a word and never looks at."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from concurrency_lint.findings import Finding, FixRequest, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.celery.option_values import Place, falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._adding import adding
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC222",
    name="unknown-task-option",
    summary="`{option}` of task `{task}` has no effect: {why}; {way_out}",
    help="any keyword is accepted and becomes an attribute of the task, whether Celery knows it or not",
    since="0.1",
    fix="unsafe",
    fix_note="the right spelling, which switches the option on",
    severity=Severity.ERROR,
    explanation="""
    A misspelt option becomes an attribute that nobody reads. The same goes for options that only
    work together with another one: `retry_backoff` without `autoretry_for`, `reject_on_worker_lost`
    without `acks_late`.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(ack_late=True)
        def send_invoice(order_id): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(acks_late=True, reject_on_worker_lost=True)
        def send_invoice(order_id): ...

    Limits: unknown options that resemble none of Celery's, or that the project's own code reads, are
    taken to be the project's.
    """,
)
_NEED_AUTORETRY = ("retry_backoff", "retry_backoff_max", "retry_jitter", "retry_kwargs", "dont_autoretry_for")
_EXCEPTIONS = ("autoretry_for", "dont_autoretry_for", "throws")
_NUMBERS = ("max_retries", "time_limit", "soft_time_limit", "default_retry_delay", "retry_backoff_max", "priority")
_ANY = ("retry_backoff", "rate_limit", "queue", "serializer", "compression", "name", "base", "expires", "retry_kwargs")
_NEED_LATE = ("reject_on_worker_lost", "acks_on_failure_or_timeout", "acks_on_failure", "acks_on_timeout")


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    for option, meant in task.misspelt.items():
        why = "no release has such an option"
        yield _finding(task, project, option, why, f"write `{meant}`", _renamed(task, option, meant))
    meant_options = set(task.misspelt.values())
    if "autoretry_for" not in meant_options and task.option("autoretry_for").surely(falsy):
        why, way_out = "it works for `autoretry_for` only", "add `autoretry_for`"
        fix = adding(task, project, "autoretry_for", "retry_backoff", "max_retries")
        yield from _alone(task, project, _NEED_AUTORETRY, why, way_out, fix)
    if "acks_late" not in meant_options and task.option("acks_late").surely(falsy):
        why, way_out = "the message is acknowledged before the task runs", "add `acks_late=True`"
        yield from _alone(task, project, _NEED_LATE, why, way_out, adding(task, project, "acks_late"))


def _alone(
    task: Task, project: Project, options: tuple[str, ...], why: str, way_out: str, fix: FixRequest
) -> Iterator[Finding]:
    for option in options:
        given = task.declaration.options.get(option)
        if given is None:
            continue
        # Switched off, or as it would be anyway, it is not meant to have an effect.
        default = option in ("acks_on_failure_or_timeout", "acks_on_failure", "acks_on_timeout", "retry_jitter")
        if task.option(option).surely(lambda value, default=default: bool(value) is default or falsy(value)):  # type: ignore[misc]
            continue
        at_declaration = msgspec.structs.replace(fix, span=task.span)
        yield _finding(task, project, option, why, way_out, at_declaration)
        return


def _renamed(task: Task, option: str, meant: str) -> FixRequest:
    place = task.declaration.options[option].place
    if task.closed or place.path != task.path:
        return FixRequest(refusal=task.closed or "it is given elsewhere; correct it there")
    kind = "exceptions" if meant in _EXCEPTIONS else "number" if meant in _NUMBERS else "switch"
    return FixRequest(
        fixer="rename", data={"old": option, "new": meant, "alone": "", "kind": "" if meant in _ANY else kind}
    )


def _finding(task: Task, project: Project, option: str, why: str, way_out: str, fix: FixRequest) -> Finding:
    place: Place = task.declaration.options[option].place
    span = task.span
    if place.path == task.path and (place.line, place.column) != (task.span.line, task.span.column):
        span = project.texts.of(place.path).word(place.line, place.column)
    return rule.at(task.path, span, task.symbol, option=option, task=task.title, why=why, way_out=way_out, fix=fix)
