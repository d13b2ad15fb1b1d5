"""Calls: what calling a value gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.frames import Frame
from concurrency_lint.project.records import Records
from concurrency_lint.project.values import (
    UNKNOWN_VALUES,
    Bound,
    Class,
    Constant,
    Decorated,
    External,
    Function,
    Holding,
    Instance,
    Partial,
    Running,
    Value,
    Values,
    known,
    settled,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator


class Invocation:
    """Results of calls."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._framed: dict[tuple[object, ...], Function] = {}
        self.records = Records(evaluator)

    def result(self, callee: Value, arguments: Arguments, receiver: Value | None = None) -> Values:
        """What `callee(arguments)` gives."""
        evaluator = self._evaluator
        if isinstance(callee, Function):
            return self._of_function(callee, receiver, arguments)
        if isinstance(callee, Bound):
            return self.result(callee.function, arguments, callee.receiver)
        if isinstance(callee, Class):
            return (self.constructed(callee, arguments),)
        if isinstance(callee, External):
            return evaluator.externals.result(callee.name, receiver, arguments)
        if isinstance(callee, Decorated):
            return self._of_decorated(callee, receiver, arguments)
        if isinstance(callee, Partial):
            return self.result(callee.function, arguments.after(callee.arguments, callee.keywords), receiver)
        callers = evaluator.members.special(callee, "__call__")
        return union(*[self.result(caller, arguments) for caller in callers]) or UNKNOWN_VALUES

    def framed(self, function: Function, receiver: Value | None, arguments: Arguments) -> Function:
        """The function together with what this call passes to it."""
        key = (function, receiver, *arguments.key)
        called = self._framed.get(key)
        if called is None:
            frame = self._evaluator.parameters.frame(function, receiver, arguments)
            called = self._evaluator.make.make(Function, function.module, function.index, frame)
            if not self._evaluator.in_cycle:
                self._framed[key] = called
        return called

    def constructed(self, cls: Class, arguments: Arguments) -> Instance:
        """The object that calling a class makes."""
        evaluator = self._evaluator
        frame: Frame | None = None
        for initialiser in evaluator.members.special(evaluator.instance(cls, exact=True), "__init__"):
            if isinstance(initialiser, Bound) and isinstance(initialiser.function, Function):
                frame = evaluator.parameters.frame(initialiser.function, None, arguments.after((UNKNOWN_VALUES,)))
        if frame is None and cls.fact.fields and "__init__" not in cls.fact.members:
            frame = self.records.frame(cls, arguments)
        return evaluator.instance(cls, exact=True, frame=frame)

    def returned(self, function: Function) -> Values:
        """What the body returns, where that is known, else what its annotation declares."""
        fact = function.fact
        evaluator = self._evaluator
        returns = [
            index
            for index, region in zip(fact.returns, fact.return_regions, strict=True)
            if evaluator.branches.reached(function.module, fact, region, function.frame)
        ]
        inferred = evaluator.all_values(function.module, returns, function.frame)
        if settled(inferred) or not fact.annotation:
            return inferred if known(inferred) else self._overloaded(function) or inferred or UNKNOWN_VALUES
        declared = evaluator.annotations.instances(function.module, fact.annotation)
        declared = self._own_type(function, declared)
        if not known(declared):
            declared = evaluator.annotations.type_arguments.result(function)
        return declared if known(declared) else inferred or UNKNOWN_VALUES

    def _overloaded(self, function: Function) -> Values:
        """What the overloads above an implementation declare, where they agree."""
        evaluator, module, fact = self._evaluator, function.module, function.fact
        declared: set[Values] = set()
        index = function.index - 1
        while index > 0:
            above = module.facts.functions[index]
            if above.name != fact.name or (above.owner, above.enclosing) != (fact.owner, fact.enclosing):
                break
            if not any(evaluator.decorators.effect(module, each) == "overload" for each in above.decorators):
                break
            declared.add(evaluator.annotations.instances(module, above.annotation))
            index -= 1
        return declared.pop() if len(declared) == 1 else ()

    def yielded(self, function: Function) -> Values:
        """What the body yields."""
        fact = function.fact
        evaluator = self._evaluator
        inferred = evaluator.all_values(function.module, fact.yields, function.frame)
        if settled(inferred) or not fact.annotation:
            return inferred or UNKNOWN_VALUES
        declared = evaluator.annotations.instances(function.module, fact.annotation)
        elements = evaluator.parts.element(declared, asynchronous=fact.asynchronous)
        return elements if known(elements) else inferred or UNKNOWN_VALUES

    def _own_type(self, function: Function, declared: Values) -> Values:
        """`Self` in an annotation: the receiver."""
        fact = function.fact
        if known(declared) or fact.owner < 0 or not fact.parameters:
            return declared
        evaluator = self._evaluator
        if evaluator.annotations.means(function.module, fact.annotation) != "self":
            return declared
        receivers = evaluator.parameters.values(function.module, function.index, 0, function.frame)
        return tuple(evaluator.instance(v) if isinstance(v, Class) else v for v in receivers)

    def _of_function(self, function: Function, receiver: Value | None, arguments: Arguments) -> Values:
        called = self.framed(function, receiver, arguments)
        fact = function.fact
        make = self._evaluator.make.make
        if fact.generator:
            return (make(Running, "async-generator" if fact.asynchronous else "generator", called),)
        if fact.asynchronous:
            return (make(Running, "coroutine", called),)
        return self._library(function, arguments) or self.returned(called)

    def _library(self, function: Function, arguments: Arguments) -> Values:
        """The library that a function of the project imports by a name that it is given: `lazy_import("boto3")`."""
        evaluator, annotation = self._evaluator, function.fact.annotation
        if not annotation or evaluator.annotations.means(function.module, annotation) != "module":
            return ()
        named = arguments.positional(0) or ()
        name = named[0].value if len(named) == 1 and isinstance(named[0], Constant) else None
        if not isinstance(name, str) or not evaluator.catalogue.knows_library(name):
            return ()
        return (evaluator.external(name),)

    def _of_decorated(self, callee: Decorated, receiver: Value | None, arguments: Arguments) -> Values:
        evaluator = self._evaluator
        if callee.effect in ("contextmanager", "async-contextmanager") and isinstance(callee.function, Function):
            called = self.framed(callee.function, receiver, arguments)
            kind = "context" if callee.effect == "contextmanager" else "async-context"
            return (evaluator.make.make(Running, kind, called),)
        if callee.effect == "offload":
            inner = self.result(callee.function, arguments, receiver)
            return (evaluator.make.make(Holding, "awaitable", inner),)
        if callee.effect == "enqueue":
            return UNKNOWN_VALUES
        return self.result(callee.function, arguments, receiver)
