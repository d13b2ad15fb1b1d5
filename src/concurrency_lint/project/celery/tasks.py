"""Tasks and apps as rules see them, and the project's knowledge of Celery behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from concurrency_lint.findings import Span
from concurrency_lint.project.celery.app_writes import AppWrites
from concurrency_lint.project.celery.apps import App, Apps
from concurrency_lint.project.celery.bodies import Body
from concurrency_lint.project.celery.configuration import Configuration, Configurations
from concurrency_lint.project.celery.declarations import Declaration, Declarations
from concurrency_lint.project.celery.delivery import Delivery
from concurrency_lint.project.celery.django_settings import DjangoSettings
from concurrency_lint.project.celery.enqueues import Enqueues
from concurrency_lint.project.celery.errbacks import Errbacks
from concurrency_lint.project.celery.given_settings import GivenSettings
from concurrency_lint.project.celery.literals import Literals
from concurrency_lint.project.celery.long_work import why_any_length, why_long
from concurrency_lint.project.celery.misspellings import misspelt_options
from concurrency_lint.project.celery.openness import closed
from concurrency_lint.project.celery.option_values import Effective, Place, falsy
from concurrency_lint.project.celery.origins import Origins
from concurrency_lint.project.celery.reach import Found, Reach
from concurrency_lint.project.celery.repeated_work import why_not_again
from concurrency_lint.project.celery.schedules import Schedules
from concurrency_lint.project.celery.sent_arguments import SentArguments
from concurrency_lint.project.celery.task_options import TaskOptions
from concurrency_lint.project.celery.transactions import Transactions
from concurrency_lint.project.celery.worker_commands import WorkerCommands
from concurrency_lint.project.celery.writing import Writing

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.linker import Linker
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.sites import Effects
    from concurrency_lint.project.subclasses import FileIndex
    from concurrency_lint.project.text import Texts
    from concurrency_lint.project.values import Function


class Task:
    """A fact for rules: one task, where it is declared, and what a worker makes of its options."""

    def __init__(self, declaration: Declaration, library: CeleryProject) -> None:
        self.declaration, self._library = declaration, library

    @property
    def module(self) -> LinkedModule:
        return self.declaration.module

    @property
    def path(self) -> str:
        return self.declaration.module.path

    @cached_property
    def span(self) -> Span:
        """The stretch of the decorator, the registering call, or the head of the class."""
        place = self.declaration.place
        return self._library.span(self.path, place.line, place.column, *self.declaration.end)

    @property
    def function(self) -> Function | None:
        """The body, where it is known."""
        return self.declaration.function

    @property
    def symbol(self) -> str:
        function = self.declaration.function
        return self.declaration.name if function is None else function.module.symbol(function.index)

    @property
    def title(self) -> str:
        """What people call it: the name of the function or class."""
        cls, function = self.declaration.cls, self.declaration.function
        if cls is not None:
            return cls.fact.name
        return function.fact.name if function is not None else self.declaration.name

    @cached_property
    def name(self) -> str:
        """The name that it is registered under; the default one where that is not known."""
        value = self._library.options.name(self.declaration).value
        return value if isinstance(value, str) else self.declaration.name

    @property
    def name_known(self) -> bool:
        return isinstance(self._library.options.name(self.declaration).value, str)

    @cached_property
    def body(self) -> Body | None:
        """What its body does, where it is known."""
        return None if self.function is None else Body(self.function, self._library.origins)

    @cached_property
    def computes(self) -> Found | None:
        """The nearest call that keeps the processor busy."""
        return None if self.function is None else self._library.reach.from_function(self.function, _computing)

    def may_outlast(self, seconds: float, *, chosen: bool = False) -> str:
        """Why its work may take longer than so many seconds, in a clause; `chosen` where somebody has thought of it."""
        body, library = self.body, self._library
        if body is None:
            return ""
        effects, evaluator = library.reach.effects, library.evaluator
        long = why_long(body, effects, evaluator, seconds)
        return long or ("" if chosen else why_any_length(body, effects, evaluator))

    @cached_property
    def not_again(self) -> str:
        """Why its work had better not be begun again, in a clause; empty where nothing is seen."""
        return "" if self.body is None else why_not_again(self.body, self._library.reach.effects)

    @cached_property
    def in_vain(self) -> str:
        """Why no option of how it runs would do anything, in a clause; empty where one might."""
        if self.body is not None and not self.declaration.between and self.body.only_tells():
            return "its body only logs or returns, so that there is nothing to lose, to fail or to last"
        if self._library.errbacks.called_in_place(self.declaration, self.name, bound=self.bound):
            return (
                "Celery calls it in place when another task has failed, where its options do not count; bind it first"
            )
        return ""

    @cached_property
    def misspelt(self) -> dict[str, str]:
        """Options of the declaration that the library ignores, and what each is taken to mean."""
        return self._library.misspelt(self)

    @cached_property
    def closed(self) -> str:
        """Why no option can be added where it is declared, in a clause; empty where one can."""
        return closed(self.declaration, self._library.origins, self._library.apps)

    def option(self, name: str) -> Effective:
        """What an option may be to the worker."""
        return self._library.options.get(self.declaration, name)

    def declared(self, name: str) -> Effective:
        """What decorator and base classes say of an option."""
        return self._library.options.declared(self.declaration, name)

    def setting(self, name: str) -> Effective:
        """What the configuration of its apps says of a setting."""
        return self._library.options.configured(self.declaration, name)

    @property
    def apps(self) -> list[App]:
        return self._library.options.apps_of(self.declaration)

    @property
    def bound(self) -> bool:
        """Whether the body is given the task itself first."""
        if self.declaration.cls is not None:
            return True
        return self.option("bind").surely(lambda value: not falsy(value))

    def looked_at(self, name: str) -> str:
        """The layers that were asked about an option, for people."""
        layers = [layer for layer in dict.fromkeys(self.option(name).looked_at) if layer]
        words = [self._declarator if layer == "decorator" else layer for layer in layers]
        return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words) or self._declarator

    @property
    def _declarator(self) -> str:
        place = self.declaration.place
        text = self._library.texts.of(self.path).quote(self.span) if place.layer == "decorator" else place.layer
        name = text.partition("(")[0].strip()
        return f"`@{name}`" if place.layer == "decorator" and self.declaration.cls is None else f"`{name}`"


class AppFact:
    """A fact for rules: one app and its configuration."""

    def __init__(self, app: App, library: CeleryProject) -> None:
        self.app, self.library = app, library

    @property
    def path(self) -> str:
        return self.app.module.path

    @cached_property
    def span(self) -> Span:
        operation = self.app.operation
        return self.library.span(self.path, operation.line, operation.column, operation.end_line, operation.end_column)

    @property
    def symbol(self) -> str:
        return self.app.module.symbol(self.app.function)

    @property
    def configuration(self) -> Configuration:
        return self.library.configurations.of(self.app)


class CeleryProject:
    """Everything that is known of Celery in one project; made when the first module asks."""

    def __init__(
        self,
        linker: Linker,
        texts: Texts,
        mentions: FileIndex,
        documents: Callable[[], Iterable[tuple[str, str]]],
        root: str,
    ) -> None:
        evaluator = self.evaluator = linker.evaluator
        self.texts, self.mentions, self.documents = texts, mentions, documents
        self.origins = Origins(evaluator)
        self.literals = Literals(self.origins)
        self.apps = Apps(self.origins, mentions)
        self.django = DjangoSettings(self.origins, self.literals, mentions)
        self.writes = AppWrites(self.origins, self.apps, mentions)
        self.configurations = Configurations(self.origins, self.literals, self.writes, self.django, root)
        self.workers = WorkerCommands(documents)
        self.declarations = Declarations(self.origins, self.apps, mentions)
        self.options = TaskOptions(self.origins, self.literals, self.apps, self.configurations, self.workers)
        self.errbacks = Errbacks(evaluator, self.declarations, mentions)
        self.reach = Reach(linker.effects, texts)
        self.enqueues = Enqueues(evaluator, self.declarations, self.apps)
        self.transactions = Transactions(
            evaluator, self.enqueues, self.reach, self.django, self.literals, mentions, self.options
        )
        self.given = GivenSettings(self)
        self.schedules = Schedules(self)
        self.delivery = Delivery(self)
        self.sent = SentArguments(self)
        self.writing = Writing(evaluator)
        self._tasks: dict[int, Task] = {}

    @property
    def present(self) -> bool:
        """Whether any file of the project imports the library."""
        return bool(self.mentions.paths("library"))

    def tasks_in(self, module: LinkedModule) -> Iterator[Task]:
        """The tasks that a module declares; none in tests."""
        if module.is_test or not self.present:
            return
        for declaration in self.declarations.of(module):
            yield self.task(declaration)

    def looks_at(self, module: LinkedModule) -> bool:
        """Whether rules about tasks are for this module: none of the tests', and none in a project without tasks."""
        return module.facts.layout is not None and not module.is_test and self.present

    def apps_in(self, module: LinkedModule) -> Iterator[AppFact]:
        """The apps that a module makes; none in tests."""
        if not self.looks_at(module):
            return
        for app in self.apps.all():
            if app.module is module:
                yield AppFact(app, self)

    def task(self, declaration: Declaration) -> Task:
        """The one task of a declaration."""
        if id(declaration) not in self._tasks:
            self._tasks[id(declaration)] = Task(declaration, self)
        return self._tasks[id(declaration)]

    def span(self, path: str, line: int, column: int, end_line: int, end_column: int) -> Span:
        """A stretch of a module, its byte offsets turned into code points."""
        return self.texts.of(path).stretch(line, column, end_line, end_column)

    def span_of(self, place: Place) -> Span:
        """The word that stands at a place."""
        return self.texts.of(place.path).word(place.line, place.column)

    def misspelt(self, task: Task) -> dict[str, str]:
        """Options that a declaration gives and the library ignores, and the option that each is taken to mean."""
        return misspelt_options(task.declaration, self.options.bases(task.declaration), self.evaluator)


def _computing(function: Function, operation: Operation, effects: Effects) -> str | None:
    return next((hit.name for hit in effects.hits if hit.entry.kind == "cpu"), None)
