"""The inventory of tasks: every task of some files, with each option as a worker sees it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from concurrency_lint.checking import Knowledge, deep_recursion
from concurrency_lint.config import Settings
from concurrency_lint.project.celery.literals import UNKNOWN, Named
from concurrency_lint.project.celery.option_values import UNSET, Effective
from concurrency_lint.project.celery.providers import tasks
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.reading import collector_off

OPTIONS = (
    "acks_late",
    "acks_on_failure_or_timeout",
    "autoretry_for",
    "bind",
    "default_retry_delay",
    "dont_autoretry_for",
    "expires",
    "ignore_result",
    "max_retries",
    "priority",
    "rate_limit",
    "reject_on_worker_lost",
    "retry_backoff",
    "retry_backoff_max",
    "retry_jitter",
    "retry_kwargs",
    "serializer",
    "soft_time_limit",
    "time_limit",
    "track_started",
)


def inventory(files: Sequence[Path], settings: Settings, relative_to: Path) -> list[dict[str, Any]]:
    """The tasks of `files` in order of path and line, as plain data."""
    project = Knowledge({}, {}, {}).project(settings)
    with collector_off(), deep_recursion():
        modules = [module for module in map(project.modules.at, map(str, files)) if module is not None]
        return [_record(task, str(relative_to)) for task in tasks(project, modules, frozenset())]


def _record(task: Task, base: str) -> dict[str, Any]:
    return {
        "name": task.name if task.name_known else None,
        "function": task.symbol,
        "path": _relative(task.path, base),
        "line": task.span.line,
        "apps": [f"{_relative(app.module.path, base)}:{app.operation.line}" for app in task.apps],
        "queue": _option(task.option("queue").or_else(task.setting("task_default_queue")), base),
        "options": {name: _option(task.option(name), base) for name in OPTIONS},
    }


def _option(effective: Effective, base: str) -> dict[str, Any]:
    value, place = effective.value, effective.place
    looked = list(dict.fromkeys(layer for layer in effective.looked_at if layer))
    if value is UNKNOWN:
        return {"state": "unknown", "looked_at": looked}
    if value is UNSET:
        return {"state": "unset", "looked_at": looked}
    return {
        "state": "set",
        "value": plain(value),
        "layer": None if place is None else place.layer,
        "place": None if place is None else f"{_relative(place.path, base)}:{place.line}",
        "looked_at": looked,
    }


def plain(value: Any) -> Any:
    """A value as JSON can hold it; classes by their names."""
    if isinstance(value, Named):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    return None if value is UNKNOWN else value


def _relative(path: str, base: str) -> str:
    return os.path.relpath(path, base).replace(os.sep, "/")
