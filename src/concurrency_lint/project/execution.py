"""Where code runs: which functions of a module run on an event loop, and in which phase of the program."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.files import file_for
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.effects import EffectFinder
from concurrency_lint.project.last_names import variable_name
from concurrency_lint.project.site_finder import Site
from concurrency_lint.project.sites import Effects
from concurrency_lint.project.validation import Validation
from concurrency_lint.project.values import (
    UNKNOWN_VALUES,
    Bound,
    Class,
    External,
    Function,
    Value,
    Values,
    functions_in,
)

if TYPE_CHECKING:
    from concurrency_lint.catalogue.schema import Offload
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule


class Root(NamedTuple):
    """A function that a loop runs. `phase` is serving, startup, private (a loop that serves nobody else) or test."""

    function: Function
    phase: str


class Registration(NamedTuple):
    """A call that gives the loop a callable which is not one of this module's own functions."""

    function: Function
    site: Site


class LoopCode(NamedTuple):
    """What of a module runs on a loop."""

    roots: list[Root]
    registrations: list[Registration]


class Execution:
    """Finds the code of a module that runs on a loop."""

    def __init__(self, evaluator: Evaluator, effects: EffectFinder) -> None:
        self._evaluator, self._effects = evaluator, effects
        self._known: dict[LinkedModule, LoopCode] = {}
        self._validation = Validation(evaluator, effects.construction)

    def of(self, module: LinkedModule) -> LoopCode:
        """The functions of `module` that run on a loop, in order of the source."""
        if module not in self._known:
            self._known[module] = self._found(module)
        return self._known[module]

    def _found(self, module: LinkedModule) -> LoopCode:
        phases: dict[Function, str] = {}
        make = self._evaluator.make.make
        default = "test" if module.is_test else "serving"
        validators: list[Registration] = []
        driven = self._is_driven_by_hand(module)
        for index, fact in enumerate(module.facts.functions):
            function = make(Function, module, index, None)
            if fact.asynchronous and not driven:
                phases[function] = default
            for decorator in fact.decorators:
                entry = self._evaluator.decorators.entry(module, decorator)
                if entry is not None and entry.effect == "loop":
                    phases[function] = default if entry.phase == "serving" else entry.phase
                elif entry is not None and entry.validates:
                    validators += self._validators(module, function, decorator, phases, default)
                elif entry is not None and fact.asynchronous and entry.phase != "serving":
                    phases[function] = entry.phase
            if fact.decorators and not fact.asynchronous:
                self._add_wrappers(function, phases, default)
        self._add_framework_methods(module, phases, default)
        registrations = self._registered(module, phases, default)
        roots = [Root(function, phase) for function, phase in phases.items()]
        return LoopCode(roots, validators + registrations)

    def _is_driven_by_hand(self, module: LinkedModule) -> bool:
        """Whether its package goes through its coroutines itself, and nothing in a module speaks of an event loop."""
        if not any(fact.asynchronous for fact in module.facts.functions):
            return False
        imported = {each.module for each in module.facts.references if type(each) is model.Imported and not each.level}
        catalogue = self._evaluator.catalogue
        if catalogue.loop_offloads(imported).keys() != catalogue.loop_offloads(()).keys():
            return False
        files = (file_for(root) for root in imported)
        if any(file is not None and file.runtime is not None for file in files):
            return False
        # Last, since the answer may take reading the whole project.
        drivers = map(self._evaluator.modules.at, self._evaluator.namespaces.files_with("driver"))
        return any(driver is not None and not driver.is_test and _belong_together(driver, module) for driver in drivers)

    def _validators(
        self, module: LinkedModule, handler: Function, decorator: int, phases: dict[Function, str], default: str
    ) -> list[Registration]:
        """Validators of what a request brings: on the loop, whatever the handler is."""
        effects = Effects()
        for function in self._validation.runs(module, handler.fact):
            if function.module is module:
                phases.setdefault(function, default)
            else:
                effects.runs.append(function)
        operation = self._validation.registration(module, handler.fact, decorator) if effects.runs else None
        if operation is None:
            return []
        around = self._evaluator.make.make(Function, module, handler.fact.enclosing, None)
        return [Registration(around, Site(operation, effects))]

    def _add_wrappers(self, function: Function, phases: dict[Function, str], default: str) -> None:
        """A sync function that a decorator of the project turned into a coroutine function: its wrapper runs it."""
        values = self._evaluator.decorators.apply(function, None)
        if not all(isinstance(value, Function) and value.fact.asynchronous for value in values):
            return
        for value in values:
            if isinstance(value, Function) and value.frame is not None:
                if value.module is function.module:
                    phases.setdefault(value, default)
                elif self._runs_inline(value, function):
                    phases.setdefault(function, default)

    def _runs_inline(self, wrapper: Function, function: Function) -> bool:
        for operation in wrapper.fact.operations:
            if operation.deed is Deed.CALL:
                effects = self._effects.of(wrapper, operation)
                if any(run.module is function.module and run.index == function.index for run in effects.runs):
                    return True
        return False

    def _add_framework_methods(self, module: LinkedModule, phases: dict[Function, str], default: str) -> None:
        """Methods that a framework calls on the loop: `asyncio.Protocol.data_received` and its like."""
        evaluator = self._evaluator
        for index, fact in enumerate(module.facts.classes):
            if not fact.bases:
                continue
            cls = evaluator.make.make(Class, module, index, None)
            for ancestor in evaluator.ancestry.of(cls):
                if not isinstance(ancestor, External):
                    continue
                for entry in evaluator.catalogue.subclass_methods(ancestor.name):
                    if entry.runs != "loop":
                        continue
                    for name in _matching(entry.methods, fact.members):
                        for reference in fact.members[name]:
                            target = module.facts.references[reference]
                            if isinstance(target, model.FunctionHere):
                                function = evaluator.make.make(Function, module, target.function, None)
                                if entry.phase == "serving":
                                    phases.setdefault(function, default)
                                else:
                                    phases[function] = entry.phase

    def _registered(self, module: LinkedModule, phases: dict[Function, str], default: str) -> list[Registration]:
        """Callables handed to the loop: the module's own become roots, others are judged where they are handed over."""
        evaluator = self._evaluator
        offloads = evaluator.catalogue.loop_offloads(
            {
                f"{reference.module}.{reference.name}".rstrip(".")
                for reference in module.facts.references
                if type(reference) is model.Imported and not reference.level
            }
        )
        found: list[Registration] = []
        calls = {
            index: reference
            for index, reference in enumerate(module.facts.references)
            if type(reference) is model.Call
            and any(_is_given(module, reference, each) for each in offloads.get(_called_name(module, reference), ()))
        }
        if not calls:
            return found
        for index, fact in enumerate(module.facts.functions):
            for operation in fact.operations:
                call = calls.get(operation.reference) if operation.deed is Deed.CALL else None
                if call is None:
                    continue
                effects = Effects()
                callees = evaluator.values(module, call.function, None)
                for callee in callees if callees != UNKNOWN_VALUES else self._presumed(module, call):
                    self._hand_over(module, call, callee, phases, default, effects)
                if effects.hits or effects.runs:
                    function = evaluator.make.make(Function, module, index, None)
                    found.append(Registration(function, Site(operation, effects)))
        return found

    def _presumed(self, module: LinkedModule, call: model.Call) -> Values:
        function = module.facts.references[call.function]
        if not isinstance(function, model.Attribute):
            return ()
        evaluator = self._evaluator
        name = evaluator.catalogue.presumed.get(f"{variable_name(module, function.base)}.{function.name}")
        return () if name is None else (evaluator.external(name),)

    def _hand_over(
        self,
        module: LinkedModule,
        call: model.Call,
        callee: Value,
        phases: dict[Function, str],
        default: str,
        effects: Effects,
    ) -> None:
        evaluator = self._evaluator
        entry = self._loop_offload(callee)
        if entry is None:
            return
        arguments = Arguments(evaluator, module, call, None)
        if entry.when and not evaluator.externals.holds(entry.when, arguments):
            return
        phase = default if entry.phase == "serving" else entry.phase
        for value in arguments.get(entry.position, entry.argument) or ():
            inner = Effects()
            rest = Arguments(evaluator, complete=False)
            if entry.position is not None:
                rest = arguments.without_first(entry.position + 1)
            for own in functions_in(value):
                if own.fact.asynchronous and own.module is module:
                    phases[evaluator.make.make(Function, module, own.index, None)] = phase
            self._effects.run(value, rest, inner)
            for run in inner.runs:
                if run.module is module:
                    phases.setdefault(run, phase)
                else:
                    effects.runs.append(run)
            effects.hits += inner.hits

    def _loop_offload(self, callee: Value) -> Offload | None:
        name = None
        if isinstance(callee, Bound) and isinstance(callee.function, External):
            name = callee.function.name
        elif isinstance(callee, External):
            name = callee.name
        entry = self._evaluator.catalogue.offload(name) if name is not None else None
        return entry if entry is not None and entry.runs == "loop" else None


def _belong_together(one: LinkedModule, other: LinkedModule) -> bool:
    """Whether two modules are of one package, or stand in one folder."""
    return one.folder == other.folder or one.name.partition(".")[0] == other.name.partition(".")[0]


def _matching(patterns: tuple[str, ...], names: Iterable[str]) -> list[str]:
    return [name for name in names if any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)]


def _is_given(module: LinkedModule, call: model.Call, offload: Offload) -> bool:
    """Whether a call passes what may be a callable where `offload` takes one."""
    references = module.facts.references
    if any(word in ("**", offload.argument) for word, _ in call.keywords):
        return True
    if any(type(references[index]) is model.Starred for index in call.arguments):
        return True
    if offload.position is None or offload.position >= len(call.arguments):
        return False
    return type(references[call.arguments[offload.position]]) is not model.Const


def _called_name(module: LinkedModule, call: model.Call) -> str:
    function = module.facts.references[call.function]
    if isinstance(function, (model.Attribute, model.Name)):
        return function.name
    if isinstance(function, model.Imported):
        return function.name or function.module.rpartition(".")[2]
    return ""
