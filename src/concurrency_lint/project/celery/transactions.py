"""Transactions: where a database transaction is open, and what is enqueued there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.task_roles import CommitHook, CommitMethods, plays, task_roles
from concurrency_lint.facts import model
from concurrency_lint.facts.model import FunctionFact, Operation, RegionKind
from concurrency_lint.findings import Span, Step
from concurrency_lint.project.celery.enqueues import Enqueues, callee_names
from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.outbox import taken_out_with
from concurrency_lint.project.celery.reach import Reach
from concurrency_lint.project.regions import regions_around
from concurrency_lint.project.values import Class, External, Function

if TYPE_CHECKING:
    from concurrency_lint.project.celery.django_settings import DjangoSettings
    from concurrency_lint.project.celery.literals import Literals
    from concurrency_lint.project.celery.task_options import TaskOptions
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.sites import Effects
    from concurrency_lint.project.subclasses import FileIndex

_VERBS = (
    *("get", "post", "put", "patch", "delete", "head", "options", "create", "update", "partial_update", "destroy"),
    *("list", "retrieve", "perform_create", "perform_update", "perform_destroy", "form_valid", "dispatch"),
)


class EnqueueInTransaction(NamedTuple):
    """A fact for rules: at `span`, a task is sent while a transaction is open; by the calls of `chain`.

    `opener` is what opens the transaction, `hook` what runs a function when that is committed, or nothing; `methods`
    are those that the task has if its library is new enough. `taken_out` is what that transaction takes out, or marks.
    """

    path: str
    span: Span
    symbol: str
    task: str
    transaction: str
    chain: tuple[Step, ...]
    via: str
    opener: str
    hook: CommitHook | None
    methods: CommitMethods | None
    taken_out: str


class Transactions:
    """Finds what is enqueued in open transactions."""

    def __init__(
        self,
        evaluator: Evaluator,
        enqueues: Enqueues,
        reach: Reach,
        django: DjangoSettings,
        literals: Literals,
        mentions: FileIndex,
        options: TaskOptions,
    ) -> None:
        self._options = options
        self._evaluator, self._enqueues, self._reach = evaluator, enqueues, reach
        self._django, self._literals, self._mentions = django, literals, mentions
        self._open: dict[tuple[int, int], str] = {}

    def of(self, module: LinkedModule) -> Iterator[EnqueueInTransaction]:
        """The enqueues in open transactions of a module's functions."""
        for index, fact in enumerate(module.facts.functions):
            whole = self._of_decorators(module, fact) or self._of_request(module, index, fact)
            regions = {}
            for number, region in enumerate(fact.regions):
                if region.kind in (RegionKind.WITH, RegionKind.ASYNC_WITH):
                    name = self._opened(module, region.subject)
                    if name:
                        regions[number] = name
            if not whole and not regions:
                continue
            function = self._evaluator.make.make(Function, module, index, None)
            for operation in fact.operations:
                around = [each for each in regions_around(fact, operation.region) if each in regions]
                if around or whole:
                    name = regions[around[0]] if around else whole
                    yield from self._at(function, operation, name, None if whole else around[-1])

    def _at(
        self, function: Function, operation: Operation, name: str, around: int | None
    ) -> Iterator[EnqueueInTransaction]:
        for found in self._reach.from_operations(function, [operation], self._enqueued):
            path, symbol = function.module.path, function.module.symbol(function.index)
            hook = next((each for each in task_roles().commit_hooks if name in each.transactions), None)
            methods = self._methods(function, operation, hook) if len(found.chain) == 1 else None
            short, opener = ".".join(name.split(".")[-2:]), name.rpartition(".")[2]
            span, chain = found.chain[0].span, found.chain
            out = taken_out_with(function, around)
            yield EnqueueInTransaction(
                path, span, symbol, found.sink, short, chain, found.via, opener, hook, methods, out
            )

    def _methods(self, function: Function, operation: Operation, hook: CommitHook | None) -> CommitMethods | None:
        sent = self._enqueues.at(function.module, function.index, operation)
        if hook is None or sent is None or sent.task is None:
            return None
        return hook.methods if self._options.has_methods_of(sent.task, hook.methods.environment) else None

    def _enqueued(self, function: Function, operation: Operation, effects: Effects) -> str | None:
        found = self._enqueues.at(function.module, function.index, operation)
        # What a signature holds is not known, nor when its tasks' classes send it.
        if found is None or (found.task is None and found.method != "send_task"):
            return None
        return found.title if found.task is None or self._options.sends_at_once(found.task) else None

    def _opened(self, module: LinkedModule, subject: int) -> str:
        """The name of the transaction that a `with` opens; empty where it opens none."""
        key = (id(module), subject)
        if key not in self._open:
            self._open[key] = self._named(module, subject)
        return self._open[key]

    def _named(self, module: LinkedModule, subject: int) -> str:
        reference = module.facts.references[subject]
        target = reference.function if isinstance(reference, model.Call) else subject
        for name in callee_names(self._evaluator, module, target):
            if plays(name, task_roles().transactions):
                return name
        return ""

    def _of_decorators(self, module: LinkedModule, fact: FunctionFact) -> str:
        return next((name for name in (self._named(module, each) for each in fact.decorators) if name), "")

    def _of_request(self, module: LinkedModule, index: int, fact: FunctionFact) -> str:
        """`ATOMIC_REQUESTS` around a view."""
        if not self._mentions.paths("atomic-requests") or not self._is_view(module, fact) or not self._atomic_requests:
            return ""
        for decorator in fact.decorators:
            names = callee_names(self._evaluator, module, decorator)
            reference = module.facts.references[decorator]
            if isinstance(reference, model.Call):
                names += callee_names(self._evaluator, module, reference.function)
            if any(plays(name, task_roles().outside_transaction) for name in names):
                return ""
        return "ATOMIC_REQUESTS"

    def _is_view(self, module: LinkedModule, fact: FunctionFact) -> bool:
        if fact.owner >= 0:
            cls = self._evaluator.make.make(Class, module, fact.owner, None)
            line = self._evaluator.ancestry.of(cls)
            views = task_roles().views
            return fact.name in _VERBS and any(isinstance(b, External) and plays(b.name, views) for b in line)
        takes_request = bool(fact.parameters) and fact.parameters[0].name == "request"
        return takes_request and fact.enclosing == 0 and "views" in module.name.split(".")

    @cached_property
    def _atomic_requests(self) -> bool:
        """Whether every settings module turns it on, literally."""
        databases = self._django.values("DATABASES")
        found = []
        for expression in databases:
            value = self._literals.one(expression)
            default = value.get("default", {}) if isinstance(value, dict) else {}
            found.append(default.get("ATOMIC_REQUESTS", False) if isinstance(default, dict) else UNKNOWN)
        return bool(found) and all(value is True for value in found)
