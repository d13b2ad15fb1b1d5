"""Whether an option can be added where a task is declared, and would then be in effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.celery.declarations import SHARED
from concurrency_lint.project.celery.expressions import Expression, Library

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import Apps
    from concurrency_lint.project.celery.declarations import Declaration
    from concurrency_lint.project.celery.origins import Origins

SOFT_LIMIT = "celery.exceptions.SoftTimeLimitExceeded"


def closed(task: Declaration, origins: Origins, apps: Apps) -> str:
    """Why a declaration takes no further options, in a clause; empty where it does."""
    if task.cls is not None:
        return "the task is a class; set it there"
    callee = _callee(task)
    if callee is None or not _is_the_librarys(callee, origins, apps):
        return "its decorator is not Celery's own; set it in that"
    return ""


def _callee(task: Declaration) -> Expression | None:
    """What declares the task, without the options that it is given."""
    index = _declared_by(task)
    if index is None:
        return None
    references = task.module.facts.references
    while isinstance(reference := references[index], model.Call):
        index = reference.function
    return Expression(task.module, index)


def _declared_by(task: Declaration) -> int | None:
    for fact in task.module.facts.functions:
        for operation in fact.operations:
            if (
                operation.deed is Deed.CALL
                and (operation.line, operation.column) == (task.place.line, task.place.column)
                and (operation.end_line, operation.end_column) == task.end
            ):
                return operation.reference
    if task.function is None or task.function.module is not task.module:
        return None
    decorators = task.function.fact.decorators
    position = len(decorators) - len(task.between) - 1
    return decorators[position] if position >= 0 else None


def _is_the_librarys(callee: Expression, origins: Origins, apps: Apps) -> bool:
    found = origins.of(callee)
    for origin in found:
        if isinstance(origin, Library):
            if origin.name not in SHARED and not (
                origin.name.endswith(".task") and apps.is_current(Library(origin.name.removesuffix(".task")))
            ):
                return False
        elif isinstance(origin, Expression) and isinstance(origin.reference, model.Attribute):
            held = apps.of(Expression(origin.module, origin.reference.base, origin.bindings))
            if origin.reference.name != "task" or held is None:
                return False
            if any(app.cls is not None and "task" in app.cls.fact.members for app in held):
                return False
        else:
            return False
    return bool(found)
