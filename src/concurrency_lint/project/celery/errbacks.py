"""Tasks that are called when others fail: the library calls most of them in place, where no option is in force."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, ParameterKind
from concurrency_lint.project.celery.expressions import Expression
from concurrency_lint.project.last_names import last_name, method_called

if TYPE_CHECKING:
    from concurrency_lint.project.celery.declarations import Declaration, Declarations
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.subclasses import FileIndex

_OPTION = "link_error"
_METHODS = ("on_error", "link_error", "add_errback")
_OF_SIGNATURES = ("s", "si", "signature", "subtask", "set", "clone")
_BY_NAME = ("signature", "subtask", "Signature", "maybe_signature")
_NAMED_SO = frozenset({"errback", "error", "errors", "fail", "failed", "failure"})
_POSITIONAL = (ParameterKind.POSITIONAL_ONLY, ParameterKind.POSITIONAL)
_DEEPEST = 6


class Errbacks:
    """Finds them, by what stands behind `link_error` and `on_error` in any file of the project."""

    def __init__(self, evaluator: Evaluator, declarations: Declarations, mentions: FileIndex) -> None:
        self._evaluator, self._declarations, self._mentions = evaluator, declarations, mentions
        self._unknown = False

    def called_in_place(self, declaration: Declaration, name: str, *, bound: bool) -> bool:
        """Whether a task is an errback, or may be, that the library calls in the worker of the task that failed.

        It sends those that are bound, those that take nothing but an id, and those that are classes
        (`Backend._call_task_errbacks` in Celery 4 and 5).
        """
        if bound or declaration.cls is not None or declaration.function is None or not self._takes_more(declaration):
            return False
        tasks, names = self._used
        if any(each is declaration for each in tasks) or {name, declaration.name} & names:
            return True
        return self._unknown and not _NAMED_SO.isdisjoint(declaration.function.fact.name.lower().split("_"))

    def _takes_more(self, declaration: Declaration) -> bool:
        parameters = declaration.function.fact.parameters if declaration.function is not None else []
        positional = [each for each in parameters if each.kind in _POSITIONAL]
        return len(positional) > 1 or any(each.kind is ParameterKind.VARIADIC for each in parameters)

    @cached_property
    def _used(self) -> tuple[list[Declaration], set[str]]:
        """The tasks that are given as errbacks, and the names by which others are."""
        tasks: list[Declaration] = []
        names: set[str] = set()
        for path in self._mentions.paths("errback"):
            module = self._evaluator.modules.at(path)
            if module is None or module.is_test:
                continue
            for place in _given(module):
                found = list(self._tasks(Expression(module, place), _DEEPEST))
                self._unknown = self._unknown or None in found
                tasks += [each for each in found if each is not None and not isinstance(each, str)]
                names |= {each for each in found if isinstance(each, str)}
        return tasks, names

    def _tasks(self, given: Expression, depth: int) -> Iterator[Declaration | str | None]:
        """The task, or its name, that an expression stands for; None where that is not known."""
        module, reference = given.module, given.reference
        inner: tuple[int, ...] = ()
        if isinstance(reference, model.Const) and isinstance(reference.value, str):
            yield reference.value
        elif isinstance(reference, model.Collection) and depth:
            inner = reference.items
        elif isinstance(reference, model.Call) and depth and (signed := _signed(module, reference)):
            inner = (signed,)
        else:
            yield self._declarations.of_expression(given)
        for each in inner:
            yield from self._tasks(Expression(module, each, given.bindings), depth - 1)


def _signed(module: LinkedModule, call: model.Call) -> int:
    """What a signature is of: `task.s()`, `signature("task")`; zero for anything else."""
    called = module.facts.references[call.function]
    name = last_name(module, call.function)
    first = module.facts.references[call.arguments[0]] if call.arguments else None
    if name in _BY_NAME and isinstance(first, model.Const):
        return call.arguments[0]
    return called.base if isinstance(called, model.Attribute) and name in _OF_SIGNATURES else 0


def _given(module: LinkedModule) -> Iterator[int]:
    """What calls of a module are given as errbacks."""
    references = module.facts.references
    for fact in module.facts.functions:
        for operation in fact.operations:
            call = references[operation.reference]
            if operation.deed is not Deed.CALL or not isinstance(call, model.Call):
                continue
            yield from (place for name, place in call.keywords if name == _OPTION)
            method = method_called(module, operation.reference)
            if method is not None and method.name in _METHODS:
                yield from call.arguments[:1]
