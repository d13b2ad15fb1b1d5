"""Schedules: `crontab(...)` calls, and whether an app has anything for beat to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.celery.enqueues import callee_names
from concurrency_lint.project.celery.option_values import UNSET

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import App
    from concurrency_lint.project.celery.tasks import CeleryProject
    from concurrency_lint.project.modules import LinkedModule

_CRONTAB = ("celery.schedules.crontab",)
_FIELDS = ("minute", "hour", "day_of_week", "day_of_month", "month_of_year")


class Crontab(NamedTuple):
    """A fact for rules: one `crontab(...)`, and which fields it is given, with their literals where known."""

    module: LinkedModule
    function: int
    operation: Operation
    given: dict[str, object]
    complete: bool


class Schedules:
    """Finds them."""

    def __init__(self, library: CeleryProject) -> None:
        self._library = library

    def crontabs(self, module: LinkedModule) -> Iterator[Crontab]:
        """The `crontab(...)` calls of a module."""
        references = module.facts.references
        if not any(isinstance(each, model.Imported) and each.name == "crontab" for each in references) and not any(
            isinstance(each, model.Attribute) and each.name == "crontab" for each in references
        ):
            return
        for index, fact in enumerate(module.facts.functions):
            for operation in fact.operations:
                call = references[operation.reference] if operation.deed is Deed.CALL else None
                if not isinstance(call, model.Call):
                    continue
                if any(name in _CRONTAB for name in callee_names(self._library.evaluator, module, call.function)):
                    yield self._crontab(module, index, operation, call)

    def _crontab(self, module: LinkedModule, function: int, operation: Operation, call: model.Call) -> Crontab:
        given: dict[str, object] = {}
        references = module.facts.references
        complete = not any(isinstance(references[each], model.Starred) for each in call.arguments)
        for field, index in zip(_FIELDS, call.arguments, strict=False):
            given[field] = _literal(references[index])
        for name, index in call.keywords:
            if name == "**":
                complete = False
            given[name] = _literal(references[index])
        return Crontab(module, function, operation, given, complete)

    def any_for(self, app: App) -> bool:
        """Whether an app certainly has scheduled tasks."""
        schedule = self._library.configurations.of(app).get("beat_schedule")
        if any(isinstance(p.value, dict) and p.value for p in schedule.possibilities) and not schedule.unknown:
            return True
        if any(p.value is not UNSET and p.place is not None for p in schedule.possibilities):
            return True
        return self._adds_periodic(app)

    def _adds_periodic(self, app: App) -> bool:
        for path in self._library.mentions.paths("library"):
            module = self._library.evaluator.modules.at(path)
            for each in module.facts.references if module is not None and not module.is_test else ():
                if isinstance(each, model.Attribute) and each.name == "add_periodic_task":
                    return True
        return False


def _literal(reference: model.AnyReference) -> object:
    return reference.value if isinstance(reference, model.Const) else ...
