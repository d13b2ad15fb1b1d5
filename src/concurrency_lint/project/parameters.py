"""Parameters: what one holds when nothing is known of the call, and the frames that calls make."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import FunctionFact, ParameterKind
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.fixtures import Fixtures
from concurrency_lint.project.frames import Frame
from concurrency_lint.project.generics import GenericInstance
from concurrency_lint.project.injection import markers
from concurrency_lint.project.passed_on import PassedOn
from concurrency_lint.project.plain_types import is_plain
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
    Running,
    Value,
    Values,
    known,
    telling,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_DEEPEST_FRAME = 4
_MOST_KEPT = 4
_FEW_CALLS = 3
_MOST_SUBCLASSES = 16
_ON_CLASS = ("__new__", "__init_subclass__", "__class_getitem__")


class _Relevant(NamedTuple):
    """A parameter that matters, its position, and whether literals passed for it do, or nothing but its absence."""

    position: int
    parameter: model.ParameterFact
    literal: bool
    plain: bool


class Parameters:
    """What parameters hold."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._declared: dict[tuple[LinkedModule, int, int], Values] = {}
        self._passed_on = PassedOn(evaluator)
        self._fixtures = Fixtures(evaluator)
        self._relevant: dict[int, list[_Relevant]] = {}
        """By the identity of a function's fact: facts live as long as the project."""

    @cached_property
    def _nothing(self) -> Values:
        return (self._evaluator.make.make(Constant, "NoneType", None),)

    def values(self, module: LinkedModule, function: int, position: int, frame: Frame | None) -> Values:
        """What a parameter holds in `frame`, or, where the frame does not say, what its declaration tells."""
        if frame is not None:
            bound = frame.find(module, function, position)
            if bound is not None:
                return bound
        return self.declared(module, function, position)

    def declared(self, module: LinkedModule, function: int, position: int) -> Values:
        """What the annotation, the default, a `Depends` or a fixture of this name tell."""
        key = (module, function, position)
        known_values = self._declared.get(key)
        if known_values is None:
            known_values = self._worked_out(module, function, position)
            if not self._evaluator.in_cycle:
                self._declared[key] = known_values
        return known_values

    def _worked_out(self, module: LinkedModule, function: int, position: int) -> Values:
        fact = module.facts.functions[function]
        parameter = fact.parameters[position]
        if position == 0 and fact.owner >= 0 and parameter.kind <= ParameterKind.POSITIONAL:
            receiver = self._receiver(module, fact)
            if receiver is not None:
                return receiver
        annotated = self._evaluator.annotations.instances(module, parameter.annotation)
        if parameter.kind is ParameterKind.VARIADIC:
            return (self._evaluator.container("tuple", annotated),)
        if parameter.kind is ParameterKind.KEYWORDS:
            return (self._evaluator.container("dict", annotated, None, (UNKNOWN_VALUES,)),)
        injected = self._injected(module, parameter)
        if known(injected):
            return union(known(injected), known(annotated))
        if known(annotated):
            return annotated
        if parameter.default:
            default = known(self._evaluator.values(module, parameter.default, None))
            return union(tuple(v for v in default if not isinstance(v, Constant)), UNKNOWN_VALUES)
        passed = self._evaluator.registries.passed_at_top(module, function, position)
        return (
            union(passed, UNKNOWN_VALUES)
            if passed
            else self._fixtures.value(module, fact, parameter.name) or UNKNOWN_VALUES
        )

    def frame(self, function: Function, receiver: Value | None, arguments: Arguments) -> Frame | None:
        """The frame of a call: parameters that matter and of which the call tells more than their declaration."""
        fact: FunctionFact = function.fact
        module = function.module
        bindings: list[tuple[int, Values]] = []
        if receiver is not None and not (fact.parameters and fact.parameters[0].kind <= ParameterKind.POSITIONAL):
            # `def wrapper(*args)` in a class: the receiver is the first of them.
            arguments, receiver = arguments.after(((receiver,),)), None
        taken = 0 if receiver is None else 1
        for position, parameter, literal, plain in self._relevant_of(fact, module):
            if receiver is not None and position == 0:
                values: Values = (receiver,)
            elif not plain:
                values = self._passed(parameter, position - taken, fact, taken, arguments)
            elif arguments.starred or arguments.gives(position - taken, parameter.name):
                continue
            else:
                values = ()
            if literal and not arguments.starred:
                # What a call says of a switch, by passing or not passing it.
                switched = values or self._evaluator.values(module, parameter.default, None)
                if len(switched) == 1 and isinstance(switched[0], Constant):
                    bindings.append((position, switched))
                    continue
            if values == () and not arguments.starred and position in self._passed_on.positions(module, function.index):
                bindings.append((position, self._nothing))
                continue
            declared = self.declared(module, function.index, position)
            if values == () and parameter.default and telling(declared) and not arguments.starred:
                # An optional collaborator that this call does not pass.
                values = self._evaluator.values(module, parameter.default, None)
                if values == self._nothing:
                    bindings.append((position, values))
                continue
            values = self._kept(values, parameter)
            if values and self._says_more(values, declared):
                bindings.append((position, values))
        return self._evaluator.make.frame(module, function.index, tuple(bindings), function.frame)

    def _passed(
        self, parameter: model.ParameterFact, position: int, fact: FunctionFact, taken: int, arguments: Arguments
    ) -> Values:
        evaluator = self._evaluator
        if parameter.kind is ParameterKind.VARIADIC:
            extra: list[Values] = []
            while (value := arguments.positional(position + len(extra))) is not None and len(extra) < 8:
                extra.append(value)
                if value == UNKNOWN_VALUES:
                    break
            if not known(union(*extra)):
                return ()
            return (evaluator.container("tuple", union(*extra), tuple(extra)),)
        if parameter.kind is ParameterKind.KEYWORDS:
            names = {other.name for other in fact.parameters}
            rest = [(word, values) for word, values in arguments.keywords() if word not in names]
            if not known(union(*[values for _, values in rest])):
                return ()
            keys = tuple((evaluator.make.make(Constant, "str", word),) for word, _ in rest)
            items = tuple(values for _, values in rest)
            return (evaluator.container("dict", union(*items), items, keys),)
        if parameter.kind is ParameterKind.KEYWORD_ONLY:
            return arguments.keyword(parameter.name) or ()
        named = arguments.keyword(parameter.name) if parameter.kind is ParameterKind.POSITIONAL else None
        return named or arguments.positional(position) or ()

    def _relevant_of(self, fact: FunctionFact, module: LinkedModule) -> list[_Relevant]:
        """The parameters of a function that matter to what it runs."""
        found = self._relevant.get(id(fact))
        if found is None:
            # Literals are worth following through a function so short to the one behind it.
            short = 0 < sum(operation.deed is model.Deed.CALL for operation in fact.operations) <= _FEW_CALLS
            found = self._relevant[id(fact)] = [
                _Relevant(position, parameter, literal, not literal and self._is_plain(module, parameter))
                for position, parameter in enumerate(fact.parameters)
                if parameter.relevant
                for literal in (parameter.switch or short,)
            ]
        return found

    def _is_plain(self, module: LinkedModule, parameter: model.ParameterFact) -> bool:
        if parameter.kind in (ParameterKind.VARIADIC, ParameterKind.KEYWORDS) or not parameter.annotation:
            return False
        return is_plain(module, parameter.annotation, self._evaluator.catalogue)

    def _kept(self, values: Values, parameter: model.ParameterFact) -> Values:
        """What of an argument is worth telling calls apart by: what decides what code runs."""
        unpacked = parameter.kind in (ParameterKind.VARIADIC, ParameterKind.KEYWORDS)
        kept = tuple([_shallow(self._evaluator, value) for value in values if self._decides(value, unpacked)])
        if len(kept) > _MOST_KEPT:
            return ()
        return kept if len(kept) == len(values) or not kept else (*kept, ANYTHING)

    def _decides(self, value: Value, unpacked: bool) -> bool:
        if isinstance(value, Instance):
            return value.frame is not None or self._evaluator.ancestry.acts(value.cls)
        if isinstance(value, (Function, Class, Decorated, Partial, Running)):
            return True
        if isinstance(value, (External, ExternalInstance)):
            return self._evaluator.catalogue.acts(value.name)
        if isinstance(value, Bound):
            return self._decides(value.function, unpacked)
        if isinstance(value, Container):
            return any(
                self._decides(element, unpacked) and (unpacked or not isinstance(element, (Instance, ExternalInstance)))
                for element in value.elements
            )
        return False

    def _says_more(self, values: Values, declared: Values) -> bool:
        """Whether the argument can run other code than the declaration says: not where it declares the very class."""
        if values == declared:
            return False
        classes = {value.cls for value in declared if isinstance(value, Instance)}
        if len(classes) < len(declared) or not all(isinstance(value, Instance) for value in values):
            return True
        return any(
            isinstance(value, Instance)
            and (value.cls not in classes or value.frame is not None or isinstance(value, GenericInstance))
            for value in values
        ) or any(self._evaluator.subclasses.of(cls) for cls in classes)

    def _receiver(self, module: LinkedModule, fact: FunctionFact) -> Values | None:
        if any(self._evaluator.decorators.effect(module, index) == "staticmethod" for index in fact.decorators):
            return None
        evaluator = self._evaluator
        cls = evaluator.make.make(Class, module, fact.owner, None)
        on_class = fact.name in _ON_CLASS or any(
            evaluator.decorators.effect(module, index) == "classmethod" for index in fact.decorators
        )
        if fact.name == "__init_subclass__":
            # Never the class itself.
            subclasses = evaluator.subclasses.of(cls)
            return tuple(subclasses[:_MOST_SUBCLASSES]) or (cls,)
        return (cls,) if on_class else (evaluator.instance(cls),)

    def _injected(self, module: LinkedModule, parameter: model.ParameterFact) -> Values:
        """What `Depends(f)` gives, as a default or inside `Annotated`."""
        evaluator = self._evaluator
        found: list[Values] = []
        for place, call, entry in markers(evaluator, module, parameter):
            given = Arguments(evaluator, place, call, None).get(entry.position, entry.argument)
            found.append(self.provided(given or ()))
        return union(*found)

    def provided(self, providers: Values) -> Values:
        """What a framework passes on after calling a dependency or a fixture."""
        evaluator = self._evaluator
        nothing = Arguments(evaluator)
        found: list[Values] = []
        for provider in providers:
            inner = provider.function if isinstance(provider, Decorated) else provider
            for value in evaluator.invocation.result(inner, nothing):
                if isinstance(value, Running) and value.kind != "coroutine":
                    found.append(evaluator.invocation.yielded(value.function))
                elif isinstance(value, Running):
                    found.append(evaluator.invocation.returned(value.function))
                else:
                    found.append((value,))
        return union(*found)


def _shallow(evaluator: Evaluator, value: Value) -> Value:
    """The value without its frames where they are nested too deeply, so that recursion ends."""
    if value.depth < _DEEPEST_FRAME:
        return value
    if isinstance(value, Function):
        return evaluator.make.make(Function, value.module, value.index, None)
    if isinstance(value, Instance):
        return evaluator.instance(value.cls, exact=value.exact)
    return ANYTHING
