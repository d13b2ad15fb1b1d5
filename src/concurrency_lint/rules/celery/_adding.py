"""What the fixes of this family add to a task's declaration: the house's options, with the configured values."""

from __future__ import annotations

from collections.abc import Iterable

from concurrency_lint.findings import FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.celery.literals import Named
from concurrency_lint.project.celery.openness import SOFT_LIMIT
from concurrency_lint.project.celery.option_values import UNSET, falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._limits import expires, limits_clash, outlasts, soft_limit

_BECAUSE = {
    "acks_late": "a message may then be worked on twice",
    "autoretry_for": "failed work is then begun again",
    "retry_backoff": "each attempt then waits longer than the one before",
    "max_retries": "it then gives up at another time",
    "soft_time_limit": "longer work is then interrupted",
    "time_limit": "longer work is then killed",
    "reject_on_worker_lost": "a task that kills its process then comes again and again",
    "ignore_result": "nobody can then read the result",
    "dont_autoretry_for": "work whose time was up is then not repeated",
}
"""What each option changes."""
_BEGUN_AGAIN = ("acks_late", "autoretry_for", "reject_on_worker_lost")
"""The options that have work begun again that was begun before."""


def adding(task: Task, project: Project, *options: str) -> FixRequest:
    """The fix that adds options to a task; those that are in effect already are left out, but for the first."""
    first, *more = options
    wanted = [first, *(option for option in more if _is_off(task, option) and option in project.settings.task_options)]
    refusal = _closed(task) or _in_vain(task, first) or _annotated(task, wanted) or limits_clash(task, project, wanted)
    if first in _BEGUN_AGAIN:
        refusal = refusal or task.not_again or (expires(task) if first == "autoretry_for" else "")
    if "retry_backoff" in wanted:
        refusal = refusal or _waits_already(task)
    if refusal := refusal or outlasts(task, project, first):
        return FixRequest(refusal=refusal)
    values = {
        "acks_late": "True",
        "autoretry_for": "(Exception,)",
        "retry_backoff": _backoff(task),
        "max_retries": str(project.settings.max_retries),
        "soft_time_limit": str(soft_limit(task, project)),
        "time_limit": str(project.settings.time_limit),
        "reject_on_worker_lost": "True",
        "ignore_result": "True",
    }
    given = {option: values[option] for option in wanted}
    if first == "soft_time_limit" and _retries_all(task):
        given["dont_autoretry_for"] = f"({{{SOFT_LIMIT}}},)"
    return request(task, given, first, project)


def request(task: Task, options: dict[str, str], first: str, project: Project) -> FixRequest:
    """The fix that adds these options to a declaration, or to a class, for the sake of the first."""
    if refusal := _closed(task):
        return FixRequest(refusal=refusal)
    data = {**options, "order": " ".join(project.settings.task_options), "because": _BECAUSE[first]}
    cls = task.declaration.cls
    if cls is None:
        return FixRequest(fixer="keywords", data=data)
    return FixRequest(fixer="attributes", data={**data, "class": cls.fact.name})


def _in_vain(task: Task, option: str) -> str:
    """Why an option of how the task runs would do nothing; what becomes of its result is another matter."""
    return "" if option == "ignore_result" else task.in_vain


def _retries_all(task: Task) -> bool:
    """Whether every exception is retried, that of a soft limit among them."""
    caught, spared = task.option("autoretry_for").value, task.option("dont_autoretry_for")
    named = caught if isinstance(caught, (tuple, list)) else ()
    every = any(isinstance(each, Named) and each.name == "builtins.Exception" for each in named)
    return every and spared.surely(falsy)


def _closed(task: Task) -> str:
    """Why nothing can be added to a task's declaration, or to its class."""
    cls = task.declaration.cls
    if cls is None:
        return task.closed
    return "" if cls.module.path == task.path else "its class stands in another file; set it there"


def _backoff(task: Task) -> str:
    """What the waiting begins with: the task's own delay, which `True` would make a second."""
    delay = task.declared("default_retry_delay").value
    return str(delay) if isinstance(delay, int) and delay > 1 else "True"


def _waits_already(task: Task) -> str:
    """Why the waiting cannot begin with the task's own delay, which it would take the place of."""
    delay = task.declared("default_retry_delay").value
    known = delay is UNSET or delay is None or (isinstance(delay, int) and delay >= 1)
    return (
        "" if known else "`default_retry_delay`, whose value is not known, would no longer count; decide between them"
    )


def _is_off(task: Task, option: str) -> bool:
    return task.option(option).surely(falsy)


def _annotated(task: Task, options: Iterable[str]) -> str:
    """Whether `task_annotations`, which win over the declaration, say something else."""
    for option in options:
        place = task.option(option).place
        if place is not None and place.layer.startswith("task_annotations"):
            return f"`task_annotations` set `{option}`, and win over the declaration"
    return ""
