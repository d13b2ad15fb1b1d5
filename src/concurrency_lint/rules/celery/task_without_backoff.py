"""A task that retries at a steady beat, against a service that needs a rest."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.facts import model
from concurrency_lint.findings import Finding, FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.celery.bodies import RetryCall
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._adding import adding
from concurrency_lint.rules.celery._reporting import is_asked_for, state
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC203",
    name="task-without-backoff",
    summary="task `{task}` retries without backing off: {why}; {way_out}",
    help=(
        "wait longer after each failure: `retry_backoff=True`, or a `countdown` that grows with `self.request.retries`"
    ),
    since="0.1",
    fix="unsafe",
    fix_note="`retry_backoff=True` in the decorator; `self.retry` waits twice as long each time",
    explanation="""
    A service that is down gets every task of the queue again at the same pace, so that it cannot
    come back. Backing off with jitter spreads the attempts. `retry_backoff` works for
    `autoretry_for` only; `self.retry` takes a `countdown`.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(autoretry_for=(OSError,), max_retries=5)
        def sync_stock(sku): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
        def sync_stock(sku): ...

    Limits: a `countdown` that is not a literal is taken to grow.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    if not is_asked_for(task, "retry_backoff", project):
        return
    automatic, backoff = task.option("autoretry_for"), task.option("retry_backoff")
    if automatic.surely(lambda value: not falsy(value)):
        if backoff.surely(falsy):
            why = f"`retry_backoff` is {state(task, 'retry_backoff', project)}"
            way_out, fix = "set `retry_backoff=True`", adding(task, project, "retry_backoff")
            yield rule.at(task.path, task.span, task.symbol, task=task.title, why=why, way_out=way_out, fix=fix)
        return
    if task.body is None or not automatic.surely(falsy):
        return
    for retry in task.body.retries():
        why = _steady(task, retry)
        if why:
            text = project.texts.of(task.body.module.path)
            span = text.span(retry.operation)
            way_out = "let `countdown` grow with `self.request.retries`"
            fix = FixRequest(fixer="countdown")
            yield rule.at(task.body.module.path, span, task.symbol, task=task.title, why=why, way_out=way_out, fix=fix)


def _steady(task: Task, retry: RetryCall) -> str:
    """Why a call of `retry` waits equally long every time; empty where it does not, as far as one can see."""
    assert task.body is not None
    call = task.body.facts.references[retry.operation.reference]
    if not retry.own or not isinstance(call, model.Call):
        return ""
    keywords = dict(call.keywords)
    if {"**", "eta"}.intersection(keywords) or call.arguments[2:]:
        return ""
    if "countdown" not in keywords:
        return "`self.retry` is given no `countdown`"
    countdown = task.body.facts.references[keywords["countdown"]]
    if isinstance(countdown, model.Const) and countdown.kind in ("int", "float"):
        return f"`self.retry` always waits {countdown.value} seconds"
    return ""
