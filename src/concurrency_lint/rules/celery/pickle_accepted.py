"""Messages that run code by being read."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.given_settings import GivenSetting
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._settings import known_texts, on_setting
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC226",
    name="pickle-accepted",
    summary="`{where}` takes pickle, so whoever reaches the broker runs code in the worker; use JSON",
    help="accept `json` only, and pass ids and plain data",
    since="0.1",
    explanation="""
    Reading a pickle runs what it says. The broker is a shared place: with pickle accepted, writing
    to it is as good as a shell on every worker.

    Bad:

        from celery import Celery

        app = Celery("shop")
        app.conf.accept_content = ["json", "pickle"]

    Good:

        from celery import Celery

        app = Celery("shop")
        app.conf.accept_content = ["json"]

    Limits: a value that is worked out at run time is not judged.
    """,
)
_SETTINGS = (
    "accept_content",
    "result_accept_content",
    "task_serializer",
    "result_serializer",
    "event_serializer",
)
_PICKLE = ("pickle", "application/x-python-serialize")


@rule.on(GivenSetting)
def check_setting(given: GivenSetting, project: Project) -> Iterator[Finding]:
    if given.setting in _SETTINGS and any(text in _PICKLE for text in known_texts(given, project)):
        yield on_setting(rule, given, project, where=given.key)


@rule.on(Task)
def check_task(task: Task, project: Project) -> Iterator[Finding]:
    if task.declared("serializer").surely(lambda value: value in _PICKLE):
        yield rule.at(task.path, task.span, task.symbol, where=f"serializer of {task.title}")
