"""Where an expression comes from: names, attributes, imports and parameters followed back to what was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from concurrency_lint.catalogue.roles_schema import Slot
from concurrency_lint.facts import model
from concurrency_lint.facts.model import AnyReference
from concurrency_lint.project.celery.django_settings import setting_of
from concurrency_lint.project.celery.expressions import Library
from concurrency_lint.project.modules import LinkedModule, function_bindings
from concurrency_lint.project.values import Bound, Class, External, Function, Instance, ModuleValue, Value, Values

if TYPE_CHECKING:
    from concurrency_lint.project.celery.tasks import CeleryProject
    from concurrency_lint.project.evaluate import Evaluator

_DEEPEST = 12
_MOST = 12


class Caller(NamedTuple):
    """The call through which a function was entered: what its parameters hold stands there."""

    function: int
    module: LinkedModule
    bound: bool
    place: Place


class Place(msgspec.Struct, frozen=True):
    """An expression: a reference of a module, and the call that the enclosing function was followed through."""

    module: LinkedModule
    index: int
    caller: Caller | None = None

    @property
    def reference(self) -> AnyReference:
        return self.module.facts.references[self.index]

    def at(self, index: int) -> Place:
        """Another expression of the same function."""
        return Place(self.module, index, self.caller)


class Unclear:
    """Something may be there, and nothing tells what: an unpacked mapping, a parameter of a caller not known."""


UNCLEAR = Unclear()
Given = Place | Unclear | None


class Origins:
    """Follows expressions back."""

    def __init__(self, evaluator: Evaluator, celery: Callable[[], CeleryProject]) -> None:
        self._evaluator, self._celery = evaluator, celery

    def values(self, place: Place) -> Values:
        """What the expression may be."""
        return self._evaluator.values(place.module, place.index, None)

    def of(self, place: Place, depth: int = 0) -> list[Place]:
        """The expressions that were written for this one, each followed as far as it leads."""
        if depth > _DEEPEST:
            return [place]
        following = self._next(place)
        if following is None:
            return [place]
        found = [origin for each in following[:_MOST] for origin in self.of(each, depth + 1)]
        return found or [place]

    def returned(self, place: Place) -> list[Place] | None:
        """What the project function called here returns, in terms of this call; None where it is none."""
        reference = place.reference
        if isinstance(reference, model.Awaited):
            return self.returned(place.at(reference.base))
        if not isinstance(reference, model.Call):
            return None
        found: list[Place] = []
        for callee in self._evaluator.values(place.module, reference.function, None):
            bound = isinstance(callee, Bound)
            function = callee.function if isinstance(callee, Bound) else callee
            if not isinstance(function, Function) or _nested(place.caller) > 4:
                return None
            caller = Caller(function.index, function.module, bound, place)
            found += [Place(function.module, index, caller) for index in function.fact.returns]
        return found or None

    def argument(self, place: Place, slot: Slot) -> Given:
        """What stands in a slot of a call: None where it is certainly absent."""
        call = place.reference
        assert isinstance(call, model.Call)
        found = self._direct(place, call, slot) if slot.argument is not None or slot.position is not None else place
        if slot.key is not None and isinstance(found, Place):
            found = self._entry(found, slot.key)
        if slot.inside is None or not isinstance(found, Place):
            return found
        origins = self.of(found)
        if len(origins) == 1 and isinstance(origins[0].reference, model.Call):
            return self.argument(origins[0], slot.inside)
        return UNCLEAR

    def _direct(self, place: Place, call: model.Call, slot: Slot) -> Given:
        references = place.module.facts.references
        for word, index in call.keywords:
            if word == slot.argument:
                return place.at(index)
        starred = any(isinstance(references[index], model.Starred) for index in call.arguments)
        if slot.position is not None and not starred and slot.position < len(call.arguments):
            return place.at(call.arguments[slot.position])
        for word, index in call.keywords:
            if word == "**":
                inner = self._entry(place.at(index), slot.argument or "")
                if inner is not None:
                    return inner
        return UNCLEAR if starred else None

    def _entry(self, place: Place, key: str) -> Given:
        """The entry of a dict display, or of the dicts of a list."""
        found: Given = None
        for origin in self.of(place):
            reference = origin.reference
            if isinstance(reference, model.Collection) and len(reference.items) == 1:
                return self._entry(origin.at(reference.items[0]), key)
            if isinstance(reference, model.Call) and self._makes_library_object(origin, reference):
                found = self._direct(origin, reference, Slot(argument=key))
                continue
            if not isinstance(reference, model.Mapping):
                return UNCLEAR
            for each, value in zip(reference.keys, reference.values, strict=True):
                known = origin.module.facts.references[each]
                if isinstance(known, model.Const) and known.value == key:
                    found = origin.at(value)
                elif not isinstance(known, model.Const):
                    return UNCLEAR
        return found

    def _makes_library_object(self, place: Place, call: model.Call) -> bool:
        """Whether a call makes an object of a library, whose fields are its keywords."""
        values = self._evaluator.values(place.module, call.function, None)
        named = [value for value in values if isinstance(value, External)]
        return bool(named) and all(value.name.rpartition(".")[2][:1].isupper() for value in named)

    def _next(self, place: Place) -> list[Place] | None:
        reference = place.reference
        facts = place.module.facts
        if isinstance(reference, model.Name):
            bindings = function_bindings(facts, reference.scope, reference.name)
            if bindings is None:
                return self._of_module(place.module, reference.name)
            return [place.at(index) for index in bindings]
        if isinstance(reference, model.OneOf):
            return [place.at(option) for option in reference.options]
        if isinstance(reference, model.Declared):
            return [place.at(reference.value)] if reference.value else None
        if isinstance(reference, model.Narrowed):
            return [place.at(reference.base)]
        if isinstance(reference, model.Imported):
            target = self._evaluator.modules.imported(place.module, reference.level, reference.module)
            if target is None or target.module is None or not reference.name:
                return None
            return self._of_module(target.module, reference.name)
        if isinstance(reference, model.Attribute):
            return self._of_attribute(place, reference)
        if isinstance(reference, model.Parameter):
            return self._of_parameter(place, reference)
        return None

    def _of_module(self, module: LinkedModule, name: str) -> list[Place] | None:
        bindings = module.facts.scopes[0].bindings.get(name)
        return [Place(module, index) for index in bindings] if bindings else None

    def _of_attribute(self, place: Place, reference: model.Attribute) -> list[Place] | None:
        found: list[Place] = []
        for value in self._evaluator.values(place.module, reference.base, None):
            held = self._held(value, reference.name)
            if held is None:
                return self._of_settings(place)
            found += held
        return found or self._of_settings(place)

    def _of_settings(self, place: Place) -> list[Place] | None:
        """What the modules of Django's settings say, where the expression reads one of them."""
        for value in self._evaluator.values(place.module, place.index, None):
            name = setting_of(Library(value.name)) if isinstance(value, External) else None
            if name is not None:
                return [Place(each.module, each.index) for each in self._celery().django.values(name)] or None
        return None

    def _held(self, value: Value, name: str) -> list[Place] | None:
        if isinstance(value, ModuleValue):
            return self._of_module(value.module, name) if value.module is not None else None
        cls = value.cls if isinstance(value, Instance) else value
        if not isinstance(cls, Class):
            return None
        for ancestor in self._evaluator.ancestry.of(cls):
            if isinstance(ancestor, Class):
                indices = ancestor.fact.attributes.get(name) or ancestor.fact.members.get(name)
                if indices:
                    return [Place(ancestor.module, index) for index in indices]
        return None

    def _of_parameter(self, place: Place, reference: model.Parameter) -> list[Place] | None:
        caller = place.caller
        if caller is None or caller.function != reference.function or caller.module is not place.module:
            return None
        call = caller.place.reference
        assert isinstance(call, model.Call)
        parameter = place.module.facts.functions[reference.function].parameters[reference.position]
        for word, index in call.keywords:
            if word == parameter.name:
                return [caller.place.at(index)]
        position = reference.position - caller.bound
        if 0 <= position < len(call.arguments):
            index = call.arguments[position]
            if not isinstance(caller.place.module.facts.references[index], model.Starred):
                return [caller.place.at(index)]
        if parameter.default and not any(word == "**" for word, _ in call.keywords):
            return [Place(place.module, parameter.default)]
        return None


def _nested(caller: Caller | None) -> int:
    depth = 0
    while caller is not None:
        depth, caller = depth + 1, caller.place.caller
    return depth
