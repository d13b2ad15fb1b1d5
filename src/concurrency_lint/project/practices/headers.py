"""What headers hold, as far as it is written: displays, merged dicts, lists of pairs, and what is put in later."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.roles_schema import Publish, Trace
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.last_names import method_called
from concurrency_lint.project.practices.origins import Place, Unclear
from concurrency_lint.project.practices.usage import Use
from concurrency_lint.project.values import Bound, Class, External, Function, Value

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.practices import Practices

_TRACE_WORDS = ("traceparent", "AWSTraceHeader", "TraceHeader")
_DEEPEST = 10
ABSENT, EMPTY, CARRIED = "absent", "without", "carried"
_COPIES = ("builtins.dict", "builtins.list", "builtins.tuple", "copy.copy", "copy.deepcopy")
_SAME = ("copy", "items")
_MERGES = ("__or__", "__ior__", "__add__", "__iadd__")
_KEY = re.compile(r"\[\s*[rRbB]?([\"'])([^\"'{}]+)\1\s*\]$")


class Home(NamedTuple):
    """The function in which headers are written: what happens to an equal display elsewhere is not about them."""

    module: LinkedModule
    function: int


class Headers:
    """Judges headers: absent, without a trace as far as is written out, or carried: by one, or by what nobody knows."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins = practices.origins

    def state(self, given: Place | Unclear | None, home: Home, depth: int = 0) -> str:
        """What the headers in a slot are."""
        if given is None:
            return ABSENT
        if isinstance(given, Unclear) or depth > _DEEPEST:
            return CARRIED
        return _worst(self._of_origin(origin, home, depth) for origin in self._origins.of(given))

    def injected(self, place: Place, home: Home) -> bool:
        """Whether the same dict is given to an injector in its function."""
        for use in self._practices.uses.of(place.module, Trace):
            role = use.role
            assert isinstance(role, Trace)
            if role.means != "inject" or not self._concerns(place, use.function, home):
                continue
            carrier = self._origins.argument(use.place, role.carrier)
            if isinstance(carrier, Place) and any(
                origin.module is place.module and origin.index == place.index for origin in self._origins.of(carrier)
            ):
                return True
        return False

    def _concerns(self, place: Place, function: int, home: Home) -> bool:
        """Whether what a function does may be done to this very object, and not just to one that is written alike."""
        caller = place.caller
        own = home.function if place.module is home.module else -1
        if caller is not None and caller.module is place.module:
            own = caller.function
        return function == own or own == -1 or _is_shared(place)

    def _of_origin(self, place: Place, home: Home, depth: int) -> str:
        reference = place.reference
        if self.injected(place, home):
            return CARRIED
        if isinstance(reference, model.Const):
            return ABSENT if reference.kind == "NoneType" else CARRIED
        if isinstance(reference, model.Mapping):
            written = _worst(self._of_entry(place, k, v, home, depth) for k, v in _entries(reference))
            return _worst((written, self._added(place, home, depth)))
        if isinstance(reference, model.Collection):
            written = _worst(self._of_pair(place.at(item), home, depth) for item in reference.items)
            return _worst((written, self._added(place, home, depth)))
        if isinstance(reference, model.Binary) and reference.method in _MERGES:
            sides = (place.at(reference.left), place.at(reference.right))
            return _worst(self.state(side, home, depth + 1) for side in sides)
        if isinstance(reference, model.Call):
            return self._of_call(place, reference, home, depth)
        return CARRIED

    def _of_entry(self, place: Place, key: int, value: int, home: Home, depth: int) -> str:
        known = place.module.facts.references[key]
        if key == model.UNKNOWN:
            return self.state(place.at(value), home, depth + 1)
        if isinstance(known, model.Const) and known.value is not None:
            return CARRIED if is_trace(str(known.value)) else EMPTY
        return self._of_iterated(place.at(key), home, depth)

    def _of_pair(self, place: Place, home: Home, depth: int) -> str:
        """A header of a list: `("traceparent", value)`, or the headers of another list."""
        if isinstance(place.reference, model.Starred):
            return self.state(place.at(place.reference.base), home, depth + 1)
        return _worst(self._of_written_pair(origin, home, depth) for origin in self._origins.of(place))

    def _of_written_pair(self, place: Place, home: Home, depth: int) -> str:
        reference = place.reference
        if not isinstance(reference, model.Collection) or not reference.items:
            return self._of_iterated(place, home, depth)
        name = place.module.facts.references[reference.items[0]]
        if isinstance(name, model.Const) and isinstance(name.value, str):
            return CARRIED if is_trace(name.value) else EMPTY
        return self._of_iterated(place.at(reference.items[0]), home, depth)

    def _of_iterated(self, place: Place, home: Home, depth: int) -> str:
        """A name or pair that a comprehension takes out of other headers."""
        reference = place.reference
        if isinstance(reference, model.Unpacked) and reference.position == 0:
            place = place.at(reference.base)
            reference = place.reference
        if isinstance(reference, model.Element):
            return self.state(place.at(reference.base), home, depth + 1)
        return CARRIED

    def _of_call(self, place: Place, call: model.Call, home: Home, depth: int) -> str:
        callee = place.module.facts.references[call.function]
        for value in self._practices.evaluator.values(place.module, call.function, None):
            if any(name in _COPIES for name in self._practices.uses.names_of(value)):
                given = [self.state(place.at(index), home, depth + 1) for index in call.arguments]
                named = [self._of_keyword(place, word, index, home, depth) for word, index in call.keywords]
                return _worst((*given, *named, self._added(place, home, depth)))
        if isinstance(callee, model.Attribute) and callee.name in _SAME and not call.arguments:
            return _worst((self.state(place.at(callee.base), home, depth + 1), self._added(place, home, depth)))
        returned = self._origins.returned(place)
        if returned:
            return _worst(self.state(each, home, depth + 1) for each in returned)
        return CARRIED

    def _of_keyword(self, place: Place, word: str, index: int, home: Home, depth: int) -> str:
        if word == "**":
            return self.state(place.at(index), home, depth + 1)
        return CARRIED if is_trace(word) else EMPTY

    def _added(self, place: Place, home: Home, depth: int) -> str:
        """What is put into a dict or list after it was written."""
        found = []
        references = place.module.facts.references
        for index, fact in enumerate(place.module.facts.functions):
            if not self._concerns(place, index, home):
                continue
            for operation in fact.operations:
                if operation.deed is Deed.SPECIAL and operation.reference == place.index:
                    found.append(self._of_item(place.module, operation))
                elif operation.deed is Deed.CALL:
                    call = references[operation.reference]
                    method = method_called(place.module, operation.reference)
                    if not isinstance(call, model.Call):
                        continue
                    if method is not None and self._is_held(place, place.at(method.base)):
                        found.append(self._of_filling(place, method.name, call, home, depth))
                    if self._is_given_to_injector(place, call):
                        found.append(CARRIED)
        return _worst(found)

    def _is_given_to_injector(self, place: Place, call: model.Call) -> bool:
        """Whether a call is handed the headers and may put a trace in: by its name, or by what its function does."""
        given = (*call.arguments, *(index for _, index in call.keywords))
        if place.index not in given:
            return False
        values = self._practices.evaluator.values(place.module, call.function, None)
        functions = [value.function if isinstance(value, Bound) else value for value in values]
        if not functions or any(not isinstance(each, (Function, External, Class)) for each in functions):
            return True
        return any(
            self._may_inject(each) if isinstance(each, Function) else self._may_complete(place, call, each)
            for each in functions
        )

    def _may_complete(self, place: Place, call: model.Call, callee: Value) -> bool:
        """Whether a library's function may put something in: one of which nothing is known, and no class."""
        name = getattr(callee, "name", "")
        last = name.rpartition(".")[2]
        if last.endswith("inject"):
            return True
        known = name.startswith("builtins.") or self._practices.evaluator.catalogue.call(name) is not None
        return not known and last[:1].islower() and not self._publishes(place, call)

    def _publishes(self, place: Place, call: model.Call) -> bool:
        return any(use.call is call for use in self._practices.uses.of(place.module, Publish))

    def _may_inject(self, function: Function) -> bool:
        """Whether the module of a function speaks of traces."""
        module = function.module
        if self._practices.uses.of(module, Trace):
            return True
        return any(
            (isinstance(each, model.Const) and isinstance(each.value, str) and is_trace(each.value))
            or (isinstance(each, model.Attribute) and each.name == "inject")
            for each in module.facts.references
        )

    def _is_held(self, place: Place, receiver: Place) -> bool:
        if receiver.index == place.index:
            return True
        reference = receiver.reference
        if not isinstance(reference, (model.Name, model.Attribute, model.OneOf)):
            return False
        return any(each.module is place.module and each.index == place.index for each in self._origins.of(receiver))

    def _of_item(self, module: LinkedModule, operation: Operation) -> str:
        """`headers[key] = value`: facts do not say which key, the source does."""
        if operation.method == "__ior__":
            return CARRIED
        if operation.method != "__setitem__":
            return EMPTY
        spots = self._practices.spots
        found = _KEY.search(spots.quote(module, operation))
        return EMPTY if found and not is_trace(found[2]) else CARRIED

    def _of_filling(self, place: Place, method: str, call: model.Call, home: Home, depth: int) -> str:
        if method == "append" and call.arguments:
            return self._of_pair(place.at(call.arguments[0]), home, depth + 1)
        if method == "setdefault" and call.arguments:
            name = place.module.facts.references[call.arguments[0]]
            known = isinstance(name, model.Const) and isinstance(name.value, str)
            return EMPTY if known and not is_trace(str(getattr(name, "value", ""))) else CARRIED
        if method in ("update", "extend"):
            given = [self.state(place.at(index), home, depth + 1) for index in call.arguments]
            return _worst((*given, *(self._of_keyword(place, word, i, home, depth) for word, i in call.keywords)))
        return EMPTY


def is_trace(name: str) -> bool:
    """Whether a header of this name carries a trace."""
    return name.endswith(_TRACE_WORDS)


def home_of(use: Use) -> Home:
    """Where a call stands."""
    return Home(use.module, use.function)


def _is_shared(place: Place) -> bool:
    """Whether an object is kept by its module or by a class, so that any function may fill it."""
    facts = place.module.facts
    if any(place.index in bound for bound in facts.scopes[0].bindings.values()):
        return True
    return any(
        place.index in kept for cls in facts.classes for held in (cls.attributes, cls.members) for kept in held.values()
    )


def _entries(reference: model.Mapping) -> Iterable[tuple[int, int]]:
    return zip(reference.keys, reference.values, strict=True)


def _worst(states: Iterable[str]) -> str:
    """What holds where any of several may: a trace in one of them is a trace."""
    found = set(states)
    return CARRIED if CARRIED in found else EMPTY if EMPTY in found or not found else ABSENT
