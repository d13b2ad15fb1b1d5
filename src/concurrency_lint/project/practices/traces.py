"""Whether messages carry the trace they belong to: headers that were written, injected, or added by instrumentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Codec, Instrumentation, Publish, Trace
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.practices.origins import Origins, Place, Unclear
from concurrency_lint.project.practices.usage import Use

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.practices import Practices

_HEADER = "traceparent"
_TRACE_WORDS = ("traceparent", "AWSTraceHeader", "TraceHeader")
_DEEPEST = 8
_ABSENT, _EMPTY, _CARRIED = "absent", "without", "carried"


class Traces:
    """Judges publishes and consumers by the traces they carry."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins: Origins = practices.origins

    def is_missing(self, use: Use, role: Publish) -> bool:
        """Whether a publish certainly carries no trace."""
        if self.instrumented(role.client):
            return False
        if role.keywords is not None:
            return self._without_keyword(use, role.keywords)
        if not role.headers:
            payload = self._origins.argument(use.place, role.payload)
            return isinstance(payload, Place) and self._envelope_without(use, payload)
        states = [self._state(use, self._origins.argument(use.place, slot)) for slot in role.headers]
        return _CARRIED not in states

    def instrumented(self, client: str) -> bool:
        """Whether the project switches on what adds traces for this client."""
        return any(
            (not entry.clients or client in entry.clients)
            and self._practices.mentions.of((entry.text,), anywhere=entry.anywhere)
            for entry in self._practices.roles.every(Instrumentation)
        )

    def extracts(self, module: LinkedModule, function: int) -> bool:
        """Whether a function takes a trace out of what it was sent."""
        if any(
            use.function == function and isinstance(use.role, Trace) and use.role.means == "extract"
            for use in self._practices.uses.of(module, Trace)
        ):
            return True
        return self._speaks_of(module, _HEADER)

    def _without_keyword(self, use: Use, reserved: tuple[str, ...]) -> bool:
        for word, index in use.call.keywords:
            if word == "**":
                if self._state(use, use.place.at(index)) == _CARRIED:
                    return False
            elif word not in reserved and _is_trace(word):
                return False
        return not any(isinstance(use.module.facts.references[index], model.Starred) for index in use.call.arguments)

    def _state(self, use: Use, given: Place | Unclear | None, depth: int = 0) -> str:
        """Absent, without a trace as far as is written out, or carried: by a trace, or by what nobody knows."""
        if given is None:
            return _ABSENT
        if isinstance(given, Unclear) or depth > _DEEPEST:
            return _CARRIED
        states = {self._of_origin(use, origin, depth) for origin in self._origins.of(given)}
        return _CARRIED if _CARRIED in states else _EMPTY

    def _of_origin(self, use: Use, place: Place, depth: int) -> str:
        reference = place.reference
        if self._injected(place):
            return _CARRIED
        if isinstance(reference, model.Const):
            return _ABSENT if reference.kind == "NoneType" else _CARRIED
        if isinstance(reference, model.Mapping):
            return self._of_dict(place, reference)
        if isinstance(reference, model.Collection):
            states = {self._of_pair(place.at(item)) for item in reference.items}
            return _CARRIED if _CARRIED in states else _EMPTY
        if isinstance(reference, model.Call):
            returned = self._origins.returned(place)
            if returned:
                states = {self._state(use, each, depth + 1) for each in returned}
                return _CARRIED if _CARRIED in states else _EMPTY
        return _CARRIED

    def _of_dict(self, place: Place, reference: model.Mapping) -> str:
        references = place.module.facts.references
        for key in reference.keys:
            known = references[key]
            if not isinstance(known, model.Const) or known.value is None or _is_trace(str(known.value)):
                return _CARRIED
        return _CARRIED if self._is_filled_later(place) else _EMPTY

    def _is_filled_later(self, place: Place) -> bool:
        """Whether something is put into a dict after it was written: facts do not say under which key."""
        references = place.module.facts.references
        for fact in place.module.facts.functions:
            for operation in fact.operations:
                if operation.deed is Deed.SPECIAL and operation.reference == place.index:
                    if operation.method in ("__setitem__", "__ior__"):
                        return True
                elif operation.deed is Deed.CALL:
                    callee = references[getattr(references[operation.reference], "function", 0)]
                    fills = getattr(callee, "name", "") in ("update", "setdefault", "append", "extend")
                    if fills and isinstance(callee, model.Attribute) and callee.base == place.index:
                        return True
        return False

    def _of_pair(self, place: Place) -> str:
        """A header of a list: `("traceparent", value)`."""
        reference = place.reference
        references = place.module.facts.references
        if isinstance(reference, model.Collection) and reference.items:
            name = references[reference.items[0]]
            if isinstance(name, model.Const) and isinstance(name.value, str):
                return _CARRIED if _is_trace(name.value) else _EMPTY
        return _CARRIED

    def _injected(self, place: Place) -> bool:
        """Whether the same dict is given to an injector in its function."""
        for use in self._practices.uses.of(place.module, Trace):
            role = use.role
            assert isinstance(role, Trace)
            if role.means != "inject":
                continue
            carrier = self._origins.argument(use.place, role.carrier)
            if isinstance(carrier, Place) and any(
                origin.module is place.module and origin.index == place.index for origin in self._origins.of(carrier)
            ):
                return True
        return False

    def _envelope_without(self, use: Use, payload: Place, depth: int = 0) -> bool:
        """Whether a payload that is written out holds no trace: it is the only place for one."""
        if depth > _DEEPEST:
            return False
        found = False
        for origin in self._origins.of(payload):
            reference = origin.reference
            if isinstance(reference, model.Mapping):
                if self._injected(origin) or self._of_dict(origin, reference) == _CARRIED:
                    return False
                found = True
            elif isinstance(reference, model.Call):
                inner = self._passed_on(origin, reference)
                if inner is None or not self._envelope_without(use, inner, depth + 1):
                    return False
                found = True
            elif not isinstance(reference, model.Const):
                return False
            else:
                found = not self._speaks_of(origin.module, _HEADER)
        return found

    def _passed_on(self, place: Place, call: model.Call) -> Place | None:
        """What a serialiser is given."""
        callee = place.module.facts.references[call.function]
        for value in self._practices.evaluator.values(place.module, call.function, None):
            codec = self._practices.uses.role_of(value, Codec)
            if codec is not None and codec.means == "passes" and codec.value is not None:
                given = self._origins.argument(place, codec.value)
                return given if isinstance(given, Place) else None
        if isinstance(callee, model.Attribute):
            codec = self._practices.roles.codec_of_method(callee.name)
            if codec is not None and codec.means == "passes":
                return place.at(callee.base)
        return None

    def _speaks_of(self, module: LinkedModule, word: str) -> bool:
        return any(
            isinstance(reference, model.Const) and isinstance(reference.value, str) and word in reference.value
            for reference in module.facts.references
        )


def _is_trace(name: str) -> bool:
    return name.endswith(_TRACE_WORDS)
