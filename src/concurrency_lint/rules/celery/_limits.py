"""Limits of time that fixes add to tasks: the configured ones, and why they would not fit a task."""

from __future__ import annotations

from collections.abc import Iterable

from concurrency_lint.project import Project
from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.option_values import UNSET
from concurrency_lint.project.celery.tasks import Task

_BRIEF = 60


def soft_limit(task: Task, project: Project) -> int:
    """The configured limit; where a task may take longer than the configuration says, in proportion."""
    soft, hard = project.settings.soft_time_limit, project.settings.time_limit
    held = task.option("time_limit").value
    return int(soft * held / hard) if isinstance(held, (int, float)) and held > hard else soft


def limits_clash(task: Task, project: Project, options: Iterable[str]) -> str:
    """Whether a limit would not be below, or above, the other one that is in effect."""
    settings = project.settings
    for option, other, value in (
        ("soft_time_limit", "time_limit", settings.soft_time_limit),
        ("time_limit", "soft_time_limit", settings.time_limit),
    ):
        held = task.option(other).value
        if option not in options or held is UNSET or held is None:
            continue
        if held is UNKNOWN or not isinstance(held, (int, float)):
            return f"its `{other}` is not known, and `{option}={value}` may not go with it"
        if (held <= value) if option == "soft_time_limit" else (held >= value):
            return f"`{option}={value}` does not go with its `{other}` of {held:g}; choose another"
    return ""


def outlasts(task: Task, project: Project, option: str) -> str:
    """Whether the work may take longer than the limit that would be added, which is chosen for the usual task."""
    limits = {"soft_time_limit": soft_limit(task, project), "time_limit": project.settings.time_limit}
    if option not in limits:
        return ""
    held = task.option("time_limit").value
    why = task.may_outlast(limits[option], chosen=isinstance(held, (int, float)))
    return f"{why}, and `{option}={limits[option]}` may be too short; choose one that fits" if why else ""


def expires(task: Task) -> str:
    """Why later attempts are never made: the message, which each keeps, has expired by then."""
    seconds = task.declared("expires").value
    if not isinstance(seconds, (int, float)) or seconds > _BRIEF:
        return ""
    return f"it expires after {seconds:g} seconds, and its later attempts with it; choose fewer, or a later end"
