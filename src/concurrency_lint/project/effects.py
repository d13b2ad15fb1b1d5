"""Operations: which project functions one runs, and which blocking library calls it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.construction import Construction
from concurrency_lint.project.frames import Frame
from concurrency_lint.project.implicit import PERFORMED, PERFORMED_DEEDS, SPECIAL_METHODS, ImplicitCalls
from concurrency_lint.project.receivers import Receivers
from concurrency_lint.project.sites import Effects, Hit
from concurrency_lint.project.values import (
    ANYTHING,
    UNKNOWN_VALUES,
    Bound,
    Class,
    Constant,
    Container,
    Decorated,
    External,
    ExternalInstance,
    Function,
    Instance,
    Partial,
    Value,
    Values,
)

if TYPE_CHECKING:
    from concurrency_lint.catalogue.schema import Offload, Performs
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

# Most operations do nothing that matters: they share these.
_UNRESOLVED, _HARMLESS = Effects(), Effects()
_HARMLESS.resolved = True


class EffectFinder:
    """Works out the effects of operations."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self.reached = evaluator.branches.reached
        self._implicit = ImplicitCalls(evaluator, self)
        self._receivers = Receivers(evaluator)
        self.construction = Construction(evaluator)
        self._remembered: dict[int | tuple[int, Frame], Effects] = {}

    def of(self, function: Function, operation: Operation) -> Effects:
        """The effects of one operation of a function in its frame."""
        module, frame = function.module, function.frame
        if frame is not None:
            frame = module.narrowed(frame, operation.reference)
        # Facts live as long as the project, so that identity is enough to tell operations apart.
        key = id(operation) if frame is None else (id(operation), frame)
        effects = self._remembered.get(key)
        if effects is None:
            effects = self._worked_out(module, operation, frame)
            if effects.hits:
                effects.hits = self._receivers.without_excused(function, operation, effects.hits)
            if effects.hits or effects.runs or effects.starts:
                effects.share_lists()
            else:
                effects = _HARMLESS if effects.resolved else _UNRESOLVED
            self._remembered[key] = effects
        return effects

    def forget(self) -> None:
        """Drop what is remembered: who has worked out the sites of functions seldom asks again."""
        self._remembered.clear()

    def _worked_out(self, module: LinkedModule, operation: Operation, frame: Frame | None) -> Effects:
        effects = Effects()
        reference = module.facts.references[operation.reference]
        deed = operation.deed
        if deed is Deed.CALL:
            assert isinstance(reference, model.Call)
            self._call(module, reference, operation, frame, effects)
            settling = self.evaluator.externals.settling
            if not effects.resolved and settling is not None:
                arguments = Arguments(self.evaluator, module, reference, frame)
                for callee in settling.callees(module, operation):
                    self.run(callee, arguments, effects, awaited=operation.awaited)
        elif isinstance(reference, model.Attribute) and deed in (Deed.READ, Deed.WRITE):
            values = self.evaluator.values(module, reference.base, frame)
            self._read(values, reference.name, effects, write=deed is Deed.WRITE)
        elif deed in SPECIAL_METHODS or deed is Deed.SPECIAL:
            for value in self.evaluator.values(module, operation.reference, frame):
                self._implicit.run(value, SPECIAL_METHODS.get(deed, ((operation.method,),)), effects, deed)
        return effects

    def _call(
        self, module: LinkedModule, reference: model.Call, operation: Operation, frame: Frame | None, effects: Effects
    ) -> None:
        evaluator, awaited = self.evaluator, operation.awaited
        function = module.facts.references[reference.function]
        if isinstance(function, model.Attribute):
            self._read(evaluator.values(module, function.base, frame), function.name, effects, write=False)
        callees = evaluator.values(module, reference.function, frame)
        if callees == UNKNOWN_VALUES:
            return
        arguments = Arguments(evaluator, module, reference, frame)
        arguments.operation = operation
        if awaited or isinstance(function, model.OneOf):
            # Of alternatives, what is awaited, or chosen where a loop may be running, is the coroutine function.
            callees = tuple(callee for callee in callees if _is_coroutine_function(callee)) or callees
        for callee in callees:
            self.run(callee, arguments, effects, awaited=awaited)

    def run(
        self,
        callee: Value,
        arguments: Arguments,
        effects: Effects,
        *,
        awaited: bool = False,
        receiver: Value | None = None,
    ) -> None:
        """Add the effects of calling `callee`."""
        if callee is ANYTHING:
            return
        effects.resolved = True
        if isinstance(callee, Function):
            self._run_function(callee, receiver, arguments, effects, awaited=awaited)
        elif isinstance(callee, Bound):
            self.run(callee.function, arguments, effects, awaited=awaited, receiver=callee.receiver)
        elif isinstance(callee, External):
            self._run_external(callee.name, receiver, arguments, effects, awaited=awaited)
        elif isinstance(callee, Class):
            self._construct(callee, arguments, effects)
        elif isinstance(callee, Partial):
            combined = arguments.after(callee.arguments, callee.keywords)
            self.run(callee.function, combined, effects, awaited=awaited, receiver=receiver)
        elif isinstance(callee, Decorated):
            self._run_decorated(callee, receiver, arguments, effects, awaited=awaited)
        elif isinstance(callee, (Instance, ExternalInstance)):
            for caller in self.evaluator.members.special(callee, "__call__"):
                self.run(caller, arguments, effects, awaited=awaited)

    def _run_function(
        self, function: Function, receiver: Value | None, arguments: Arguments, effects: Effects, *, awaited: bool
    ) -> None:
        fact = function.fact
        if fact.generator and not fact.asynchronous:
            return
        called = self.evaluator.invocation.framed(function, receiver, arguments)
        if fact.asynchronous:
            effects.starts.append(called)
        elif not awaited or self._gives_awaitable(called):
            effects.runs.append(called)

    def _gives_awaitable(self, function: Function) -> bool:
        """Whether a sync function that is awaited can be the one meant: it must return something to await."""
        if not function.fact.returns and not function.fact.annotation:
            return False
        values = self.evaluator.invocation.returned(function)
        return any(not isinstance(value, (Constant, Container)) for value in values)

    def _run_external(
        self, name: str, receiver: Value | None, arguments: Arguments, effects: Effects, *, awaited: bool
    ) -> None:
        evaluator = self.evaluator
        found = evaluator.catalogue.call(name)
        if found is not None:
            full_name, entry = found
            blocking = entry.kind is not None and entry.on == "call" and not awaited
            if blocking and evaluator.externals.blocks(entry, arguments):
                effects.hits.append(Hit(entry.public_name(full_name), entry, receiver))
            for performed in entry.performs:
                self._perform(performed, arguments, effects)
        offload = evaluator.catalogue.offload(name)
        if offload is not None and offload.runs in ("inline", "greenlet"):
            self._hand_on(offload, arguments, effects)

    def _hand_on(self, offload: Offload, arguments: Arguments, effects: Effects) -> None:
        """A callable that is run in place, without the rest of the arguments being traced."""
        position = offload.position
        rest = arguments.without_first(position + 1) if position is not None else Arguments(self.evaluator)
        for callee in arguments.get(position, offload.argument) or ():
            inner = Effects()
            self.run(callee, rest, inner)
            if offload.runs == "greenlet":
                # What the library itself waits for is awaited through the greenlet; everything else blocks.
                inner.hits = [hit for hit in inner.hits if hit.entry.kind != "database"]
                effects.in_greenlet += inner.runs
            effects.hits += inner.hits
            effects.runs += inner.runs

    def _perform(self, performed: Performs, arguments: Arguments, effects: Effects) -> None:
        values = arguments.get(performed.position, performed.argument) or ()
        if performed.operation == "call":
            nothing = Arguments(self.evaluator, complete=False)
            for value in values:
                self.run(value, nothing, effects)
            return
        if performed.operation == "getattr":
            for name in arguments.positional(1) or ():
                if isinstance(name, Constant) and isinstance(name.value, str):
                    self._read(values, name.value, effects, write=False)
            return
        for value in values:
            self._implicit.run(value, PERFORMED[performed.operation], effects, PERFORMED_DEEDS.get(performed.operation))

    def _construct(self, cls: Class, arguments: Arguments, effects: Effects) -> None:
        evaluator = self.evaluator
        members = evaluator.members
        made = evaluator.invocation.constructed(cls, arguments)
        exact = evaluator.instance(cls, exact=True)
        for method in ("__new__", "__init__", "__post_init__"):
            for callee in members.special(exact, method):
                target = (
                    evaluator.make.make(Bound, callee.function, made)
                    if isinstance(callee, Bound) and method != "__new__"
                    else callee
                )
                self.run(target, arguments if method != "__post_init__" else Arguments(evaluator), effects)
        for function in self.construction.methods(cls):
            self._run_function(function, made, Arguments(evaluator, complete=False), effects, awaited=False)
        for factory in self.construction.factories(cls, arguments):
            self.run(factory, Arguments(evaluator), effects)
        if cls.fact.metaclass:
            for metaclass in evaluator.values(cls.module, cls.fact.metaclass, None):
                if isinstance(metaclass, Class):
                    for caller in members.special(evaluator.instance(metaclass, exact=True), "__call__"):
                        self.run(caller, arguments, effects)
        for ancestor in evaluator.ancestry.of(cls):
            if isinstance(ancestor, External):
                found = evaluator.catalogue.call(ancestor.name)
                if found is not None:
                    self._run_external(ancestor.name, None, arguments, effects, awaited=False)
                    return
            elif "__init__" in ancestor.fact.members:
                return

    def _run_decorated(
        self, callee: Decorated, receiver: Value | None, arguments: Arguments, effects: Effects, *, awaited: bool
    ) -> None:
        if callee.effect in ("offload", "enqueue", "contextmanager", "async-contextmanager", "property"):
            return
        self.run(callee.function, arguments, effects, awaited=awaited, receiver=receiver)
        if callee.effect == "singledispatch":
            for implementation in self.evaluator.decorators.registered(callee):
                self.run(implementation, arguments, effects, awaited=awaited, receiver=receiver)

    def _read(self, values: Values, name: str, effects: Effects, *, write: bool) -> None:
        for value in values:
            if isinstance(value, Instance):
                self._member(value, name, effects, write=write)
            elif isinstance(value, ExternalInstance) and not write:
                self._library_attribute(value.name, name, value, effects)

    def _member(self, value: Instance, name: str, effects: Effects, *, write: bool) -> None:
        evaluator = self.evaluator
        receivers = [value]
        if not value.exact:
            receivers += [
                evaluator.instance(cls) for cls in evaluator.subclasses.of(value.cls) if name in cls.fact.members
            ]
        nothing = Arguments(evaluator, complete=False)
        found = False
        for receiver in receivers:
            for member in evaluator.members.class_level(receiver, name):
                found = True
                if isinstance(member, Decorated) and member.effect == "property":
                    accessor = member.setter if write else member.function
                    if accessor is not None:
                        self.run(accessor, nothing, effects, receiver=receiver)
                elif isinstance(member, Instance):
                    method = "__set__" if write else "__get__"
                    for accessor in evaluator.members.special(member, method):
                        self.run(accessor, Arguments(evaluator, first=((receiver,), UNKNOWN_VALUES)), effects)
        if found:
            return
        hook = "__setattr__" if write else "__getattr__"
        line = evaluator.ancestry.of(value.cls)
        if not write and any(isinstance(c, Class) and name in c.fact.attributes for c in line):
            return
        if any(isinstance(c, Class) and hook in c.fact.members for c in line):
            for accessor in evaluator.members.special(value, hook):
                self.run(accessor, nothing, effects)
        elif not write:
            for ancestor in line:
                if isinstance(ancestor, External):
                    self._library_attribute(ancestor.name, name, value, effects)

    def _library_attribute(self, class_name: str, name: str, receiver: Value, effects: Effects) -> None:
        entry = self.evaluator.catalogue.attribute(f"{class_name}.{name}")
        if entry is not None and entry.kind is not None:
            effects.hits.append(Hit(f"{class_name}.{name}", entry, receiver))


def _is_coroutine_function(value: Value) -> bool:
    inner = value.function if isinstance(value, (Bound, Partial)) else value
    return isinstance(inner, Function) and inner.fact.asynchronous
