"""Bodies of tasks: where they retry, what their handlers swallow, and what they do with the task they are given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Handler, Operation, ParameterKind, RegionKind
from concurrency_lint.project.call_names import only_tells
from concurrency_lint.project.celery.expressions import Expression, Library
from concurrency_lint.project.last_names import called_name, method_called
from concurrency_lint.project.regions import regions_around

if TYPE_CHECKING:
    from concurrency_lint.project.celery.origins import Origins
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.values import Function

_BROAD = ("builtins.Exception", "builtins.BaseException")
_OF_TASKS = frozenset(
    {
        *("request", "retry", "update_state", "replace", "name", "app", "backend", "max_retries", "apply_async"),
        *("delay", "s", "si", "signature", "add_to_chord", "AsyncResult", "default_retry_delay", "acks_late"),
    }
)
_LOOKING = (Deed.READ, Deed.TRUTH, Deed.STRING)
_CURRENT_TASK = ("celery.current_task", "celery._state.current_task")


class RetryCall(NamedTuple):
    """A call of `retry`: in which function (an index), and whether it is the task's own."""

    function: int
    operation: Operation
    own: bool


class Body:
    """What the body of one task does, the functions defined in it included."""

    def __init__(self, function: Function, origins: Origins) -> None:
        self.function, self._origins = function, origins
        self.module: LinkedModule = function.module
        self.facts = function.module.facts
        self.inner = [function.index]
        for index, fact in enumerate(self.facts.functions):
            if fact.enclosing in self.inner and index not in self.inner and index != 0:
                self.inner.append(index)

    @property
    def parameters(self) -> list[model.ParameterFact]:
        return self.function.fact.parameters

    @property
    def first(self) -> model.ParameterFact | None:
        """The first positional parameter."""
        return (
            self.parameters[0]
            if self.parameters and self.parameters[0].kind is not ParameterKind.KEYWORD_ONLY
            else None
        )

    def retries(self) -> list[RetryCall]:
        """The calls of `retry`, the task's and others'."""
        found = []
        for index in self.inner:
            for operation in self.facts.functions[index].operations:
                method = method_called(self.module, operation.reference) if operation.deed is Deed.CALL else None
                if method is not None and method.name == "retry":
                    found.append(RetryCall(index, operation, self._is_task(method.base)))
        return found

    def may_retry_elsewhere(self) -> bool:
        """Whether the task hands itself, or its `retry`, on to code that might retry it."""
        for index in self.inner:
            for operation in self.facts.functions[index].operations:
                call = self.facts.references[operation.reference] if operation.deed is Deed.CALL else None
                if isinstance(call, model.Call):
                    given = [*call.arguments, *[value for _, value in call.keywords]]
                    if any(self._is_self(argument) or self._is_own_retry(argument) for argument in given):
                        return True
        return False

    def swallows_all(self) -> bool:
        """Whether the last statement is a `try` around all that can fail, with a handler that keeps every exception."""
        layout = self.facts.layout
        regions = self.function.fact.regions
        watched = {
            regions[handler.region].other
            for handler in self.handlers()
            if self.is_broad(handler) and not self.leaves(handler)
        }
        if layout is None or not watched:
            return False
        harmless = watched | {handler.region for handler in self.handlers()}
        return all(
            any(region in harmless for region in regions_around(self.function.fact, operation.region))
            for operation in self.function.fact.operations
            if operation.deed is Deed.CALL
        )

    def only_tells(self) -> bool:
        """Whether it does something, and no more than log it or return it: nothing in it can fail or wait."""
        layout = self.facts.layout
        inner = [self.facts.functions[index] for index in self.inner]
        if layout is None or len(inner) > 1 or any(raised.function in self.inner for raised in layout.raised):
            return False
        operations = self.function.fact.operations
        return bool(operations or self.function.fact.returns) and all(
            operation.deed in _LOOKING
            or (operation.deed is Deed.CALL and only_tells(called_name(self.function, operation)))
            for operation in operations
        )

    def uses_of_self(self) -> set[str]:
        """The attributes of the first parameter that the body reads."""
        found = set()
        for reference in self.facts.references:
            if isinstance(reference, model.Attribute) and self._is_self(reference.base):
                found.add(reference.name)
        return found

    def uses_task_api(self) -> bool:
        """Whether the first parameter is used as a task is."""
        return bool(self.uses_of_self() & _OF_TASKS)

    def reads_first(self) -> bool:
        """Whether the first parameter is used at all."""
        return any(self._mentions_self(reference) for reference in self.facts.references)

    def uses_request_id(self) -> bool:
        """Whether the body reads `self.request.id`, as a key that survives a replay."""
        for reference in self.facts.references:
            if isinstance(reference, model.Attribute) and reference.name in ("id", "root_id", "correlation_id"):
                request = self.facts.references[reference.base]
                if isinstance(request, model.Attribute) and request.name == "request" and self._is_task(request.base):
                    return True
        return False

    def handlers(self) -> Iterator[Handler]:
        """The `except` clauses of the body itself."""
        layout = self.facts.layout
        for handler in layout.handlers if layout is not None else ():
            if handler.function == self.function.index:
                yield handler

    def is_broad(self, handler: Handler) -> bool:
        """Whether a handler catches every exception."""
        return handler.bare or any(name in _BROAD for name in self.caught(handler))

    def caught(self, handler: Handler) -> list[str]:
        """The canonical names of what a handler catches; an empty name for what is not known."""
        if handler.bare:
            return []
        kind = self.facts.references[handler.kind]
        indices = kind.items if isinstance(kind, model.Collection) else (handler.kind,)
        found = []
        for index in indices:
            for origin in self._origins.of(Expression(self.module, index)):
                inner = origin.reference if isinstance(origin, Expression) else None
                if isinstance(origin, Expression) and isinstance(inner, model.Collection):
                    found += [self._name(Expression(origin.module, item)) for item in inner.items]
                else:
                    found.append(origin.name if isinstance(origin, Library) else "")
        return found

    def _name(self, expression: Expression) -> str:
        origins = self._origins.of(expression)
        return origins[0].name if len(origins) == 1 and isinstance(origins[0], Library) else ""

    def leaves(self, handler: Handler) -> bool:
        """Whether a handler may end by raising: by a `raise`, or by calling `retry`."""
        layout = self.facts.layout
        assert layout is not None
        fact = self.facts.functions[handler.function]
        for raised in layout.raised:
            if raised.function == handler.function and handler.region in regions_around(fact, raised.region):
                return True
        return any(
            retry.function == handler.function and handler.region in regions_around(fact, retry.operation.region)
            for retry in self.retries()
        )

    def earlier(self, handler: Handler) -> list[Handler]:
        """The handlers of the same `try` that stand before this one."""
        regions = self.facts.functions[handler.function].regions
        watched = regions[handler.region].other
        return [
            each
            for each in self.handlers()
            if each.line < handler.line and regions[each.region].other == watched and each is not handler
        ]

    def around(self, function: int, region: int) -> list[int]:
        """The `try` blocks around a place, innermost first."""
        fact = self.facts.functions[function]
        return [each for each in regions_around(fact, region) if fact.regions[each].kind is RegionKind.TRY]

    def _is_own_retry(self, index: int) -> bool:
        method = self.facts.references[index]
        return isinstance(method, model.Attribute) and method.name == "retry" and self._is_self(method.base)

    def _is_self(self, index: int) -> bool:
        reference = self.facts.references[index]
        if isinstance(reference, model.Parameter):
            return reference.function == self.function.index and reference.position == 0
        if isinstance(reference, model.Name) and self.first is not None and reference.name == self.first.name:
            return self.facts.scopes[reference.scope].function in self.inner[1:]
        return False

    def _mentions_self(self, reference: model.AnyReference) -> bool:
        if isinstance(reference, model.Attribute):
            return self._is_self(reference.base)
        if isinstance(reference, model.Call):
            return any(self._is_self(each) for each in (*reference.arguments, *[v for _, v in reference.keywords]))
        if isinstance(reference, model.Binary):
            return self._is_self(reference.left) or self._is_self(reference.right)
        if isinstance(reference, (model.Item, model.Element)):
            return self._is_self(reference.base)
        return False

    def _is_task(self, index: int) -> bool:
        """Whether a reference is the task itself: the first parameter, its own name, or the current task."""
        if self._is_self(index):
            return True
        for origin in self._origins.of(Expression(self.module, index)):
            if isinstance(origin, Library) and origin.name in _CURRENT_TASK:
                return True
            reference = origin.reference if isinstance(origin, Expression) else None
            if isinstance(reference, model.FunctionHere) and reference.function == self.function.index:
                return True
        return False
