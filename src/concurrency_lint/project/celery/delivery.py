"""How messages reach workers: which pools run a task, how long a broker waits, what a delay is, who shares a name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.celery.expressions import Expression
from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.option_values import UNSET
from concurrency_lint.project.celery.urls import schemes_of

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.celery.apps import App
    from concurrency_lint.project.celery.enqueues import Enqueue
    from concurrency_lint.project.celery.tasks import CeleryProject, Task
    from concurrency_lint.project.sites import Effects
    from concurrency_lint.project.values import Function

_WAITS = ("get", "wait", "join", "join_native", "iter_native", "collect")
_VISIBILITY = {"redis": 3600, "rediss": 3600, "sentinel": 3600, "sqs": 1800}
"""What a broker waits where nothing is set, in seconds."""
_DEFAULT_POOL = "prefork"
SHARING_POOLS = {"gevent": "greenlets", "eventlet": "greenlets", "threads": "threads"}
"""Pools that run many tasks in one interpreter, and on what."""
WAITING_POOLS = ("gevent", "eventlet")
"""Pools on which a task may wait for another."""
PLAIN_POOLS = ("prefork", "processes", "solo", *SHARING_POOLS)
"""The library's own pools, none of which runs coroutines."""


class Delivery:
    """Questions about the way between an enqueue and the task's body."""

    def __init__(self, library: CeleryProject) -> None:
        self._library = library

    def pools(self, task: Task) -> list[str]:
        """The pools of the workers that may run a task; empty where that is not known."""
        apps = task.apps
        if not apps:
            return []
        configured = task.setting("worker_pool")
        default = _DEFAULT_POOL if configured.value is UNSET else configured.value
        commands = [command for command in self._library.workers.of(apps) if self._takes(command.options, task)]
        found = [command.options.get("worker_pool", default) for command in commands] or [default]
        return [] if any(not isinstance(pool, str) for pool in found) else [str(pool) for pool in found]

    def _takes(self, options: dict[str, str], task: Task) -> bool:
        queue = task.option("queue").value
        if "queues" not in options or not isinstance(queue, str):
            return True
        return queue in options["queues"].split(",")

    def visibility_timeout(self, apps: list[App]) -> float | None:
        """After how many seconds a message comes again; None where it does not, or nobody knows."""
        found = {self._of_app(app) for app in apps}
        return found.pop() if len(found) == 1 else None

    def _of_app(self, app: App) -> float | None:
        configuration = self._library.configurations.of(app)
        url = configuration.get("broker_url").value
        schemes = schemes_of(url) if isinstance(url, str) else []
        if len(schemes) != 1 or schemes[0] not in _VISIBILITY:
            return None
        options = configuration.get("broker_transport_options").value
        if options is UNSET or options is None:
            return _VISIBILITY[schemes[0]]
        if not isinstance(options, dict) or UNKNOWN in options:
            return None
        given = options.get("visibility_timeout", _VISIBILITY[schemes[0]])
        return given if isinstance(given, (int, float)) else None

    def delay_of(self, enqueue: Enqueue) -> float | None:
        """The seconds by which an enqueue delays its task, by `countdown`, or by an `eta` from now."""
        keywords = dict(enqueue.call.keywords)
        if "countdown" in keywords:
            value = self._library.literals.one(Expression(enqueue.module, keywords["countdown"]))
            return value if isinstance(value, (int, float)) else None
        return self._from_now(Expression(enqueue.module, keywords["eta"])) if "eta" in keywords else None

    def _from_now(self, expression: Expression) -> float | None:
        """The duration in `now() + timedelta(...)`."""
        for origin in self._library.origins.of(expression):
            reference = origin.reference if isinstance(origin, Expression) else None
            if isinstance(origin, Expression) and isinstance(reference, model.Binary) and reference.method == "__add__":
                now = self._callee_name(Expression(origin.module, reference.left, origin.bindings))
                value = self._library.literals.one(Expression(origin.module, reference.right, origin.bindings))
                if now in ("now", "utcnow") and isinstance(value, (int, float)):
                    return value
        return None

    def _callee_name(self, expression: Expression) -> str:
        reference = expression.reference
        callee = expression.module.facts.references[reference.function] if isinstance(reference, model.Call) else None
        return callee.name if isinstance(callee, (model.Attribute, model.Name, model.Imported)) else ""

    @cached_property
    def reads_results(self) -> bool:
        """Whether any code outside tests mentions results."""
        evaluator = self._library.evaluator
        modules = map(evaluator.modules.at, self._library.mentions.paths("result"))
        return any(module is not None and not module.is_test for module in modules)

    def namesakes(self, task: Task) -> list[Task]:
        """Tasks of the same app and name that stand before this one in order of path and line."""
        return [other for other in self._by_name.get(task.name, ()) if _before(other, task)]

    @cached_property
    def _by_name(self) -> dict[str, list[Task]]:
        found: dict[str, list[Task]] = {}
        for declaration in self._library.declarations.every():
            task = self._library.task(declaration)
            if task.name_known:
                found.setdefault(task.name, []).append(task)
        return found


def _before(other: Task, task: Task) -> bool:
    if other is task or (other.path, other.span) >= (task.path, task.span):
        return False
    apps = set(other.apps)
    same_app = bool(apps.intersection(task.apps)) or (not apps and not task.apps)
    # A function that is defined again in another branch is one task.
    return same_app and other.symbol != task.symbol


def waits_for_result(function: Function, operation: Operation, effects: Effects) -> str | None:
    """A `Wanted`: the name of a call that waits for a task's result."""
    for hit in effects.hits:
        owner, _, method = hit.name.rpartition(".")
        if owner.startswith("celery.result") and method in _WAITS:
            return hit.name
    return None
