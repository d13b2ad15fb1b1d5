"""How the rules of this family say what an option is, and find out that a task lacks one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from concurrency_lint.findings import Finding, FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.option_values import UNSET, Effective, falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._adding import adding
from concurrency_lint.rules.registry import Check, Rule

SPELLING = "CNC222"
NOTHING_ELSE: Mapping[str, str] = MappingProxyType({})


def state(task: Task, option: str, project: Project) -> str:
    """What an option is, in words: `not set by ...`, or its value and where that stands."""
    return described(task.option(option), project, f"not set by {task.looked_at(option)}")


def described(effective: Effective, project: Project, otherwise: str) -> str:
    """A value and its place, or `otherwise` where nothing sets it."""
    value, place = effective.value, effective.place
    if value is UNSET or value is UNKNOWN or place is None:
        return otherwise
    where = os.path.relpath(place.path, project.settings.root).replace(os.sep, "/")
    layer = "" if place.layer in ("decorator", where) else f" by {place.layer},"
    return f"set to `{value}`{layer} in {where}:{place.line}".replace(", in", " in")


def is_asked_for(task: Task, option: str, project: Project) -> bool:
    """Whether the policy asks for an option, and no misspelling stands for it."""
    if option not in project.settings.task_options:
        return False
    return not (option in task.misspelt.values() and SPELLING in project.settings.enabled)


def needs_limits(task: Task, project: Project) -> bool:
    """Whether the policy asks for this task's time limits."""
    return project.settings.time_limits == "all" or task.computes is not None


def requires(
    rule: Rule,
    option: str,
    *,
    fails: Callable[[Any], bool] = falsy,
    only: Callable[[Task, Project], bool] = lambda task, project: True,
    with_it: Mapping[str, str] = NOTHING_ELSE,
) -> Check:
    """Register `rule` for tasks whose effective `option` surely fails.

    The fix adds the options of `with_it`, too, where the rules that ask for those are enabled.
    """

    @rule.on(Task)
    def check(task: Task, project: Project) -> Iterator[Finding]:
        if not is_asked_for(task, option, project) or not task.option(option).surely(fails) or not only(task, project):
            return
        others = [each for each, code in with_it.items() if code in project.settings.enabled]
        fix = adding(task, project, option, *others)
        yield report(rule, task, project, fix=fix, state=state(task, option, project))

    return check


def report(rule: Rule, task: Task, project: Project, fix: FixRequest | None = None, **words: str) -> Finding:
    """A finding on the declaration of a task."""
    return rule.at(
        task.path,
        task.span,
        task.symbol,
        severity=None,
        help=None,
        sink="",
        chain=(),
        fix=fix,
        task=task.title,
        **words,
    )
