"""A task that does its work a second time when its message comes a second time."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC208",
    name="task-without-idempotency-key",
    summary=(
        "task `{task}` does `{sink}`{via} again when its message comes twice; "
        "take a replay key and skip what has been done under it"
    ),
    help="pass a key that stays the same when the message is sent again, and check it before the effect",
    since="0.1",
    explanation="""
    Brokers deliver at least once: after a crash, a timeout or a retry the same message comes again.
    A task that mails, charges or inserts needs a key by which it can tell.

    Bad:

        import requests
        from celery import Celery

        app = Celery("shop")

        @app.task
        def charge(order_id):
            requests.post("https://pay.example/charges", json={"order": order_id})

    Good:

        import requests
        from celery import Celery

        app = Celery("shop")

        @app.task
        def charge(order_id, idempotency_key):
            headers = {"Idempotency-Key": idempotency_key}
            requests.post("https://pay.example/charges", json={"order": order_id}, headers=headers)

    Limits: a key is known by its parameter's name (`key-parameters`) or as `self.request.id`. An id of
    the thing that is worked on is none. Effects are known for the libraries that the linter knows.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    body = task.body
    if body is None or body.uses_request_id():
        return
    patterns = project.settings.key_parameters
    names = [parameter.name.lower() for parameter in body.parameters]
    if any(fnmatch.fnmatchcase(name, pattern.lower()) for name in names for pattern in patterns):
        return
    found = project.celery.reach.from_function(body.function, project.celery.writing)
    if found is None:
        return
    yield rule.at(task.path, task.span, task.symbol, task=task.title, sink=found.sink, via=found.via, chain=found.chain)
