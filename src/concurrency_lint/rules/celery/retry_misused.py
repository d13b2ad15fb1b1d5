"""A retry that cannot happen, or that the task itself swallows."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity, Span
from concurrency_lint.project import Project
from concurrency_lint.project.celery.bodies import Body, RetryCall
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC216",
    name="retry-misused",
    summary="task `{task}`: {what}; {way_out}",
    help="bind the task with `bind=True`, take `self` first, and let `Retry` pass",
    since="0.1",
    severity=Severity.ERROR,
    explanation="""
    `self` is the task only where it is bound. Without `bind=True` the first argument of the message
    takes its place, and with `bind=True` but no parameter for it every call fails. `self.retry`
    raises `Retry`; where a broad handler of the same `try` swallows that, the task reports success
    although it has been sent again.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task
        def charge(self, order_id):
            raise self.retry(countdown=10)

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(bind=True)
        def charge(self, order_id):
            raise self.retry(countdown=10)

    Limits: `self.retry()` without `raise` works and is not reported.
    """,
)
_SELVES = ("self", "task", "this", "cls", "celery_task", "current_task", "me")


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    body = task.body
    if body is None or task.declaration.cls is not None:
        return
    text = project.texts.of(body.module.path)
    bind = task.option("bind")
    if bind.surely(falsy) and not task.declaration.between:
        for retry in body.retries():
            if retry.own and body.first is not None and _through_first(body, retry):
                name = body.first.name
                what = f"`{name}.retry` is called, but the task is not bound, so `{name}` is its first argument"
                yield _finding(task, body, text.span(retry.operation), what, "add `bind=True`")
                break
    elif bind.surely(bool) and _takes_no_self(body) and not task.declaration.between:
        yield _finding(task, body, task.span, "it is bound, but takes no `self`", "add `self` as the first parameter")
    for retry in body.retries():
        if retry.own and _swallowed(body, retry):
            what = "the broad `except` around this `retry` swallows the `Retry` that it raises"
            way_out = "move it out of the `try`, or re-raise `Retry` first"
            yield _finding(task, body, text.span(retry.operation), what, way_out)


def _finding(task: Task, body: Body, span: Span, what: str, way_out: str) -> Finding:
    return rule.at(body.module.path, span, task.symbol, task=task.title, what=what, way_out=way_out)


def _through_first(body: Body, retry: RetryCall) -> bool:
    return "retry" in body.uses_of_self()


def _takes_no_self(body: Body) -> bool:
    first = body.first
    if first is None:
        return True
    plain = first.name.strip("_")
    if (
        first.kind.name == "VARIADIC"
        or first.name.startswith("_")
        or plain in _SELVES
        or "task" in plain
        or "self" in plain
    ):
        return False
    return not body.uses_task_api()


def _swallowed(body: Body, retry: RetryCall) -> bool:
    if retry.function != body.function.index:
        return False
    regions = body.function.fact.regions
    for watched in body.around(retry.function, retry.operation.region):
        for handler in sorted(body.handlers(), key=lambda each: each.line):
            if regions[handler.region].other != watched:
                continue
            caught = body.caught(handler)
            if any(not name or name.rpartition(".")[2] in ("Retry", "TaskPredicate", "CeleryError") for name in caught):
                break
            if body.is_broad(handler):
                return not body.leaves(handler)
    return False
