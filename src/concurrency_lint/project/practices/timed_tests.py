"""Tests that run tasks, at any depth, and whether they end before the task would be ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.reach import Reach
from concurrency_lint.project.practices.settings_of_tests import SettingsOfTests
from concurrency_lint.project.practices.tasks import TaskDeclaration
from concurrency_lint.project.values import Bound, Function
from concurrency_lint.sources import project_files

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_QUEUES = ("delay", "apply_async", "send_task")
_DEEPEST = 2
"""Up to so many functions of the service between a test and a task."""


class UntimedTest(Placed, frozen=True, kw_only=True):
    """A test that runs a task and may take longer than it; `timeout` is its own, None where it has none."""

    test: str
    task: str
    limit: float
    timeout: float | None


class UntestedTask(Placed, frozen=True, kw_only=True):
    """A task whose time limit no test holds it to."""

    task: str
    limit: float


class TimedTests:
    """Relates tests and tasks."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._settings = SettingsOfTests(practices)
        self._reach: Reach = practices.reach(lambda hit: None, {}, everywhere=True)

    def untimed(self, module: LinkedModule) -> Iterator[UntimedTest]:
        """The tests of a module that do not hold tasks to their limits."""
        if not module.is_test:
            return
        for index in _tests(module):
            if self._is_skipped(module, index):
                continue
            limited = [task for task in self._tasks_run(module, index) if task.limit is not None]
            if not limited:
                continue
            task = min(limited, key=lambda each: each.limit or 0)
            assert task.limit is not None
            timeout, guarded = self._timeout(module, index)
            if guarded or (timeout is not None and 0 < timeout <= task.limit):
                continue
            yield UntimedTest(
                path=module.path,
                span=self._practices.spots.of_definition(module, index),
                symbol=module.symbol(index),
                test=module.facts.functions[index].name,
                task=task.title,
                limit=task.limit,
                timeout=timeout,
            )

    def untested(self, module: LinkedModule) -> Iterator[UntestedTask]:
        """The tasks of a module whose limits no test of the project checks."""
        for task in self._practices.tasks.of(module) if not module.is_test else ():
            if task.limit is not None and not self._is_timed(module, task):
                name = task.name or task.title
                yield UntestedTask(path=task.path, span=task.span, symbol=task.symbol, task=name, limit=task.limit)

    def _is_timed(self, module: LinkedModule, task: TaskDeclaration) -> bool:
        assert task.limit is not None
        for test_module in self._test_modules(task.title):
            for index in _tests(test_module):
                if any(each == task for each in self._tasks_run(test_module, index)):
                    timeout, guarded = self._timeout(test_module, index)
                    if guarded or (timeout is not None and 0 < timeout <= task.limit):
                        return True
        return False

    def _test_modules(self, word: str) -> Iterable[LinkedModule]:
        """The test modules of the project whose text has the word."""
        settings = self._practices.settings
        needle = word.encode()
        for path in map(str, project_files(settings.root, settings)):
            try:
                mentions = needle in self._practices.read(path)
            except OSError:
                continue
            module = self._practices.evaluator.modules.at(path) if mentions else None
            if module is not None and module.is_test:
                yield module

    def _tasks_run(self, module: LinkedModule, index: int) -> list[TaskDeclaration]:
        """The tasks that a test calls, or queues and has run by a worker."""
        make = self._practices.evaluator.make.make
        start = make(Function, module, index, None)
        self._reach.explore((start,))
        found: dict[TaskDeclaration, None] = {}
        seen, waiting = {start}, [(start, 0)]
        queued_runs = self._has_worker(module, index)
        while waiting:
            function, depth = waiting.pop(0)
            for task in self._queued(function, queued_runs):
                found[task] = None
            for edge in self._reach.edges(function):
                called = self._practices.tasks.of_function(edge.target)
                if called is not None:
                    found[called] = None
                elif edge.target not in seen and depth < _DEEPEST:
                    seen.add(edge.target)
                    # What the tests' own helpers do is what the test does; far inside the service it is by the way.
                    waiting.append((edge.target, depth + (0 if edge.target.module.is_test else 1)))
        return list(found)

    def _queued(self, function: Function, queued_runs: bool) -> Iterator[TaskDeclaration]:
        """Tasks that a function applies in place, or queues where a worker runs them or it waits for the result."""
        module = function.module
        waits = queued_runs or any(hit.entry.kind == "result" for _, hit in self._reach.hits(function))
        for operation in function.fact.operations:
            name = _method(module, operation.reference) if operation.deed is Deed.CALL else ""
            if name == "apply":
                yield from self._applied(function, operation)
            elif name in _QUEUES and waits:
                task = self._practices.tasks.queued(module, function.index, operation)
                if task is not None:
                    yield task

    def _applied(self, function: Function, operation: Operation) -> Iterator[TaskDeclaration]:
        call = function.module.facts.references[operation.reference]
        for callee in self._practices.evaluator.values(function.module, getattr(call, "function", 0), None):
            if isinstance(callee, Bound) and isinstance(callee.receiver, Function):
                task = self._practices.tasks.of_function(callee.receiver)
                if task is not None:
                    yield task

    def _has_worker(self, module: LinkedModule, index: int) -> bool:
        words = self._settings.words("worker")
        return any(parameter.name in words for parameter in module.facts.functions[index].parameters)

    def _is_skipped(self, module: LinkedModule, index: int) -> bool:
        """Whether a marker on a test or its class keeps it from running, perhaps only somewhere."""
        fact, words = module.facts.functions[index], self._settings.words("skips")
        decorators = [*fact.decorators, *(module.facts.classes[fact.owner].decorators if fact.owner >= 0 else ())]
        for each in decorators:
            reference = module.facts.references[each]
            place = Place(module, reference.function if isinstance(reference, model.Call) else each)
            if self._dotted(place) in words:
                return True
        return False

    def _timeout(self, module: LinkedModule, index: int) -> tuple[float | None, bool]:
        """The timeout of a test, by the nearest marker or the configuration; and whether it guards itself."""
        facts = module.facts
        fact = facts.functions[index]
        guards = self._settings.words("guard")
        if any(_method(module, operation.reference) in guards for operation in fact.operations):
            return None, True
        waits = [
            size.least
            for operation in fact.operations
            if _method(module, operation.reference) == "get" and operation.deed is Deed.CALL
            for word, given in getattr(facts.references[operation.reference], "keywords", ())
            if word == "timeout" and (size := self._practices.sizes.of(Place(module, given))).known
        ]
        owner = facts.classes[fact.owner] if fact.owner >= 0 else None
        levels = [fact.decorators]
        if owner is not None:
            levels += [owner.decorators, owner.members.get("pytestmark", [])]
        levels.append(facts.scopes[0].bindings.get("pytestmark", []))
        for level in levels:
            marked = [found for each in level if (found := self._marked(Place(module, each))) is not None]
            if marked:
                return marked[-1], False
        configured = self._settings.timeout_of_project(module)
        return (configured if configured is not None else min(waits, default=None)), False

    def _marked(self, place: Place) -> float | None:
        """The seconds of a timeout marker; infinitely many where they are not known."""
        for origin in self._practices.origins.of(place):
            reference = origin.reference
            if isinstance(reference, model.Collection):
                found = [seconds for item in reference.items if (seconds := self._marked(origin.at(item))) is not None]
                return found[-1] if found else None
            if not isinstance(reference, model.Call):
                continue
            if self._dotted(origin.at(reference.function)) not in self._settings.words("timeout-marker"):
                continue
            given = [*reference.arguments[:1], *(index for word, index in reference.keywords if word == "timeout")]
            size = self._practices.sizes.of(origin.at(given[0])) if given else None
            return size.least if size is not None and size.known else 0.001
        return None

    def _dotted(self, place: Place) -> str:
        """An attribute of a library as it is written."""
        for value in self._practices.origins.values(place):
            names = self._practices.uses.names_of(value)
            if names:
                return names[0]
        return ""


def _tests(module: LinkedModule) -> Iterator[int]:
    for index, fact in enumerate(module.facts.functions):
        if index and fact.name.startswith("test") and not fact.enclosing:
            yield index


def _method(module: LinkedModule, index: int) -> str:
    """The name by which a call calls."""
    call = module.facts.references[index]
    callee = module.facts.references[call.function] if isinstance(call, model.Call) else None
    return callee.name if isinstance(callee, (model.Attribute, model.Name)) else ""
