"""Misspellings: options that the library takes for plain attributes, and what was probably meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.celery.registrations import TASK_CLASSES
from concurrency_lint.project.celery.setting_names import SETTINGS, TASK_OPTIONS
from concurrency_lint.project.values import Class, External

if TYPE_CHECKING:
    from concurrency_lint.project.celery.declarations import Declaration
    from concurrency_lint.project.evaluate import Evaluator

_MEANT = {
    "retries": "max_retries",
    "retry": "autoretry_for",
    "retry_on": "autoretry_for",
    "retry_for": "autoretry_for",
    "auto_retry_for": "autoretry_for",
    "autoretry": "autoretry_for",
    "auto_retry": "autoretry_for",
    "max_retry": "max_retries",
    "max_attempts": "max_retries",
    "maxretries": "max_retries",
    "retry_delay": "default_retry_delay",
    "countdown": "default_retry_delay",
    "retry_countdown": "default_retry_delay",
    "timeout": "time_limit",
    "hard_time_limit": "time_limit",
    "soft_timeout": "soft_time_limit",
    "task_time_limit": "time_limit",
    "task_soft_time_limit": "soft_time_limit",
    "task_acks_late": "acks_late",
    "late_ack": "acks_late",
    "ack_late": "acks_late",
    "backoff": "retry_backoff",
    "exponential_backoff": "retry_backoff",
    "jitter": "retry_jitter",
    "backoff_max": "retry_backoff_max",
    "ratelimit": "rate_limit",
    "ignore_results": "ignore_result",
    "reject_on_lost": "reject_on_worker_lost",
}
_CLOSE = 0.84


def misspelt_options(task: Declaration, line: list[Class | External] | None, evaluator: Evaluator) -> dict[str, str]:
    """Unknown options and the known one nearest to each; those that the project's code reads are its own."""
    found = {}
    for name in task.options:
        if name in TASK_OPTIONS:
            continue
        meant = nearest_option(name)
        if meant is None or meant in task.options or line is None:
            continue
        if any(_knows(each, name) for each in line) or _is_read(task, name):
            continue
        found[name] = meant
    return found


def nearest_option(name: str) -> str | None:
    """The option that a name was probably meant to be."""
    if name in _MEANT:
        return _MEANT[name]
    near = difflib.get_close_matches(name, sorted({*TASK_OPTIONS, *_MEANT}), n=1, cutoff=_CLOSE)
    return _MEANT.get(near[0], near[0]) if near else None


def nearest_setting(name: str) -> str | None:
    """The setting that a name was probably meant to be."""
    near = difflib.get_close_matches(name, sorted(SETTINGS), n=1, cutoff=_CLOSE)
    return near[0] if near else None


def _knows(cls: Class | External, name: str) -> bool:
    """Whether a base class has the attribute, or reads it."""
    if isinstance(cls, External):
        return cls.name not in (*TASK_CLASSES, "builtins.object", "abc.ABC")
    return name in cls.fact.members or name in cls.fact.attributes or _reads(cls.module.facts, name)


def _is_read(task: Declaration, name: str) -> bool:
    return _reads(task.module.facts, name)


def _reads(facts: model.ModuleFacts, name: str) -> bool:
    return any(isinstance(reference, model.Attribute) and reference.name == name for reference in facts.references)
