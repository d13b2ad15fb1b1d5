"""Who answers for each type of fact about tasks that rules subscribe to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from concurrency_lint.project.celery.compose_findings import ComposeProblem, ComposeProblems
from concurrency_lint.project.celery.enqueues import Enqueue
from concurrency_lint.project.celery.given_settings import GivenSetting
from concurrency_lint.project.celery.schedules import Crontab
from concurrency_lint.project.celery.tasks import AppFact, Task
from concurrency_lint.project.celery.transactions import EnqueueInTransaction

if TYPE_CHECKING:
    from concurrency_lint.project import Project
    from concurrency_lint.project.modules import LinkedModule

Provider = Callable[["Project", "list[LinkedModule]", frozenset[str]], Iterable[Any]]


def _asked(project: Project, modules: list[LinkedModule]) -> Iterator[LinkedModule]:
    """The modules that may hold such facts. Nothing is read where none mentions a task queue."""
    for module in modules:
        if module.facts.layout is not None and not module.is_test and project.celery.present:
            yield module


def tasks(project: Project, modules: list[LinkedModule], enabled: frozenset[str]) -> Iterator[Task]:
    """The tasks that modules declare."""
    for module in modules:
        # A project's own decorator may make tasks in modules that mention no task queue.
        decorates = module.facts.layout is not None or any(fact.decorators for fact in module.facts.functions)
        if decorates and not module.is_test and project.celery.present:
            yield from project.celery.tasks_in(module)


def _apps(project: Project, modules: list[LinkedModule], enabled: frozenset[str]) -> Iterator[AppFact]:
    for module in _asked(project, modules):
        yield from project.celery.apps_in(module)


def _enqueues(project: Project, modules: list[LinkedModule], enabled: frozenset[str]) -> Iterator[Enqueue]:
    for module in _asked(project, modules):
        yield from project.celery.enqueues.of(module)


def _transactions(
    project: Project, modules: list[LinkedModule], enabled: frozenset[str]
) -> Iterator[EnqueueInTransaction]:
    for module in _asked(project, modules):
        yield from project.celery.transactions.of(module)


def _settings(project: Project, modules: list[LinkedModule], enabled: frozenset[str]) -> Iterator[GivenSetting]:
    for module in _asked(project, modules):
        yield from project.celery.given.of(module)


def _crontabs(project: Project, modules: list[LinkedModule], enabled: frozenset[str]) -> Iterator[Crontab]:
    for module in _asked(project, modules):
        yield from project.celery.schedules.crontabs(module)


def _compose(project: Project, modules: list[LinkedModule], enabled: frozenset[str]) -> Iterator[ComposeProblem]:
    problems = None
    for fact in _apps(project, modules, enabled):
        if problems is None:
            problems = ComposeProblems(project.celery, project.settings, in_documents=project.shows_documents)
        yield from problems.of(fact)


TASK_FACTS: dict[type, Provider] = {
    Task: tasks,
    AppFact: _apps,
    Enqueue: _enqueues,
    EnqueueInTransaction: _transactions,
    GivenSetting: _settings,
    Crontab: _crontabs,
    ComposeProblem: _compose,
}
