"""Whose object an expression is a part of: a parameter's, a module's, or one that was made there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import UNKNOWN, Deed, Operation, RegionKind
from concurrency_lint.project.modules import function_bindings
from concurrency_lint.project.regions import regions_around

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.values import Function

_PARTS = ("get", "setdefault", "values", "items")
_PASSED_ON = ("enumerate", "filter", "iter", "list", "reversed", "sorted", "tuple", "zip")
_NAMED_AFTER_LOCKS = ("lock", "mutex")


class Root(NamedTuple):
    """A parameter (index of its function, and position), or a name of the module (`function` is -1)."""

    module: LinkedModule
    function: int
    position: int
    name: str

    @property
    def is_global(self) -> bool:
        return self.function < 0

    def is_of(self, function: Function) -> bool:
        """Whether it is a parameter of this function."""
        return self.function == function.index and not self.is_global and self.module is function.module


def roots(module: LinkedModule, index: int, given_back: Callable[[int], Iterable[Root]] | None = None) -> list[Root]:
    """The parameters and module-level names that an expression is, or is a part of; none for what is made anew.

    `given_back` tells of what a call gives.
    """
    found: dict[Root, None] = {}
    met: set[tuple[int, bool]] = set()
    waiting = [(index, False)]
    while waiting:
        place = waiting.pop()
        if place in met or place[0] == UNKNOWN:
            continue
        met.add(place)
        reference, inner = module.facts.references[place[0]], place[1]
        if isinstance(reference, model.Parameter):
            name = module.facts.functions[reference.function].parameters[reference.position].name
            found[Root(module, reference.function, reference.position, name)] = None
        elif isinstance(reference, (model.Imported, model.ClassHere)):
            found[Root(module, -1, 0, written(module, place[0]))] = None
        elif isinstance(reference, model.Name):
            bound = function_bindings(module.facts, reference.scope, reference.name)
            if bound is None and reference.name in module.facts.scopes[0].bindings:
                found[Root(module, -1, 0, reference.name)] = None
            waiting += [(each, inner) for each in bound or ()]
        else:
            parents = list(_parents(module, reference, inner=inner))
            if isinstance(reference, model.Call) and not parents and given_back is not None:
                found.update(dict.fromkeys(given_back(place[0])))
            waiting += parents
    return list(found)


def _parents(module: LinkedModule, reference: model.Reference, *, inner: bool) -> Iterator[tuple[int, bool]]:
    """What an expression is a part of; `inner` where only what it holds is meant."""
    if isinstance(reference, (model.Attribute, model.Narrowed)):
        yield reference.base, inner
    elif isinstance(reference, (model.Item, model.Element, model.Unpacked, model.Starred)):
        yield reference.base, True
    elif isinstance(reference, model.Awaited):
        yield reference.base, inner
    elif isinstance(reference, model.Declared):
        yield reference.value, inner
    elif isinstance(reference, model.OneOf):
        yield from ((each, inner) for each in reference.options)
    elif isinstance(reference, model.Binary) and inner:
        yield from ((reference.left, True), (reference.right, True))
    elif isinstance(reference, model.Call):
        called = module.facts.references[reference.function]
        if isinstance(called, model.Attribute) and (inner or called.name in _PARTS):
            # What a method gives anew may well hold what its object holds; a module's function is no method.
            if not _is_imported(module, called.base):
                yield called.base, True
        elif isinstance(called, model.Name) and (called.name == "getattr" or (inner and called.name in _PASSED_ON)):
            yield from ((each, True) for each in reference.arguments)
        elif isinstance(called, (model.Imported, model.Name)) and called.name == "cast":
            yield from ((each, inner) for each in reference.arguments[1:])


def _is_imported(module: LinkedModule, index: int) -> bool:
    reference = module.facts.references[index]
    if isinstance(reference, model.Name):
        bound = function_bindings(module.facts, reference.scope, reference.name)
        bound = module.facts.scopes[0].bindings.get(reference.name, []) if bound is None else bound
        return bool(bound) and all(isinstance(module.facts.references[each], model.Imported) for each in bound)
    return isinstance(reference, model.Imported)


def written(module: LinkedModule, index: int) -> str:
    """An expression in short, as people name it."""
    reference = module.facts.references[index]
    if isinstance(reference, model.Attribute):
        base = written(module, reference.base)
        return f"{base}.{reference.name}" if base else reference.name
    if isinstance(reference, model.Parameter):
        return module.facts.functions[reference.function].parameters[reference.position].name
    if isinstance(reference, model.Name):
        return reference.name
    if isinstance(reference, model.Imported):
        return reference.name or reference.module
    if isinstance(reference, model.ClassHere):
        return str(module.facts.classes[reference.class_].name)
    if isinstance(reference, (model.Item, model.Element, model.Unpacked, model.Narrowed)):
        return written(module, reference.base)
    if isinstance(reference, model.Call):
        called = module.facts.references[reference.function]
        return written(module, called.base) if isinstance(called, model.Attribute) and called.name in _PARTS else ""
    return ""


def is_guarded(function: Function, operation: Operation, kind: RegionKind = RegionKind.WITH) -> bool:
    """Whether an operation stands in a `with` of something that is called a lock."""
    return any(_is_a_lock(next(names, "")) for names in _entered_around(function, operation, kind))


def lock_around(function: Function, operation: Operation) -> str:
    """What an operation stands in the `with` of, where that, or what it is a part of, is called a lock."""
    around = _entered_around(function, operation, RegionKind.WITH)
    return next((name for names in around for name in names if _is_a_lock(name)), "")


def _is_a_lock(name: str) -> bool:
    return name.lower().endswith(_NAMED_AFTER_LOCKS)


def _entered_around(function: Function, operation: Operation, kind: RegionKind) -> Iterator[Iterator[str]]:
    """For each block of this kind around an operation, the names that its subject is written by."""
    for index in regions_around(function.fact, operation.region):
        region = function.fact.regions[index]
        if region.kind is kind:
            yield _names(function.module, region.subject)


def _names(module: LinkedModule, index: int) -> Iterator[str]:
    """The names that an expression is written by, the last first: of `self.locks[key].held()`, `held` and `locks`."""
    while index != UNKNOWN:
        reference = module.facts.references[index]
        if isinstance(reference, (model.Attribute, model.Name, model.Imported)):
            yield reference.name
        if isinstance(reference, model.Call):
            index = reference.function
        else:
            index = reference.base if isinstance(reference, (model.Attribute, model.Item)) else UNKNOWN


def arguments_at(caller: Function, deed: Deed, index: int, called: Function, position: int) -> Iterator[int]:
    """The places in a call that a parameter of what it runs may come from; none where it is made by the call."""
    references = caller.module.facts.references
    call = references[index]
    if deed in (Deed.READ, Deed.WRITE) and isinstance(call, model.Attribute):
        yield from [call.base] if position == 0 else []
    elif deed is not Deed.CALL or not isinstance(call, model.Call):
        yield from [index] if position == 0 else []
    else:
        receiver, offset = _receiver(caller, call, called)
        if offset and position == 0:
            yield receiver
        yield from _given(references, call, called.fact.parameters[position], position - offset)


def _given(
    references: list[model.AnyReference], call: model.Call, parameter: model.ParameterFact, position: int
) -> Iterator[int]:
    if parameter.kind is model.ParameterKind.KEYWORDS:
        yield from (value for _, value in call.keywords)
        return
    if parameter.kind is model.ParameterKind.VARIADIC:
        yield from call.arguments[max(position, 0) :]
        return
    named = [value for name, value in call.keywords if name == parameter.name]
    unpacked = [value for name, value in call.keywords if name == "**"]
    starred = [number for number, each in enumerate(call.arguments) if isinstance(references[each], model.Starred)]
    if named:
        yield from named
    elif starred and position >= starred[0]:
        yield from (call.arguments[number] for number in starred)
    elif 0 <= position < len(call.arguments):
        yield call.arguments[position]
    else:
        yield from unpacked


def _receiver(caller: Function, call: model.Call, called: Function) -> tuple[int, int]:
    """The place of the object that a method is called on, and how many parameters it takes up."""
    references = caller.module.facts.references
    function = references[call.function]
    first = called.fact.parameters[0].name if called.fact.parameters else ""
    if called.fact.owner < 0 or first not in ("self", "cls"):
        return UNKNOWN, 0
    if called.fact.name == "__new__":
        return call.function, 1
    if called.fact.name in ("__init__", "__post_init__") and not _is_of_super(caller, call):
        return UNKNOWN, 1
    if _is_of_super(caller, call):
        own = (n for n, each in enumerate(references) if each == model.Parameter(caller.index, 0))
        return next(own, UNKNOWN), 1
    return (function.base, 1) if isinstance(function, model.Attribute) else (UNKNOWN, 1)


def _is_of_super(caller: Function, call: model.Call) -> bool:
    references = caller.module.facts.references
    method = references[call.function]
    base = references[method.base] if isinstance(method, model.Attribute) else None
    name = references[base.function] if isinstance(base, model.Call) else None
    return isinstance(name, model.Name) and name.name == "super"
