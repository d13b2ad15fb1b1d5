"""Whether messages carry the trace they belong to: headers that were written, injected, or added by instrumentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Codec, Instrumentation, Publish, Trace
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.practices.headers import CARRIED, Headers, Home, is_trace
from concurrency_lint.project.practices.origins import Origins, Place
from concurrency_lint.project.values import Bound, Class, External, Function, Instance, Value

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.practices import Practices

_HEADER = "traceparent"
_FIELD_WORDS = ("trace", "context", "header", "meta", "carrier", "span", "correlation", "otel")
"""Parts of the names of fields that may hold a trace."""
_DEEPEST = 8
_NEAR = 2


class Traces:
    """Judges publishes and consumers by the traces they carry."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins: Origins = practices.origins
        self._headers = Headers(practices)

    def is_missing(self, place: Place, home: Home, role: Publish) -> bool:
        """Whether a publish certainly carries no trace."""
        if self.instrumented(role.client):
            return False
        if role.keywords is not None:
            return self._without_keyword(place, home, role.keywords)
        if not role.headers:
            payload = self._origins.argument(place, role.payload)
            return isinstance(payload, Place) and self._envelope_without(home, payload)
        states = [self._headers.state(self._origins.argument(place, slot), home) for slot in role.headers]
        return CARRIED not in states

    def instrumented(self, client: str) -> bool:
        """Whether the project switches on what adds traces for this client."""
        return any(
            (not entry.clients or client in entry.clients)
            and self._practices.mentions.of((entry.text,), anywhere=entry.anywhere)
            for entry in self._practices.roles.every(Instrumentation)
        )

    def extracts(self, module: LinkedModule, function: int, depth: int = 0) -> bool:
        """Whether a function takes a trace out of what it was sent, itself or by a function that it calls."""
        if any(
            use.function == function and isinstance(use.role, Trace) and use.role.means == "extract"
            for use in self._practices.uses.of(module, Trace)
        ):
            return True
        for operation in module.facts.functions[function].operations:
            call = module.facts.references[operation.reference]
            if self._reads_header(module, call) or (operation.deed is Deed.CALL and self._helps(module, call, depth)):
                return True
        return False

    def _reads_header(self, module: LinkedModule, reference: model.AnyReference, depth: int = 0) -> bool:
        """Whether an expression takes out a header by its name: `headers["traceparent"]`, `headers.get(...)`."""
        references = module.facts.references
        if depth > _DEEPEST:
            return False
        if isinstance(reference, model.Item):
            index = references[reference.index]
            named = isinstance(index, model.Const) and isinstance(index.value, str) and is_trace(index.value)
            return named or self._reads_header(module, references[reference.base], depth + 1)
        if isinstance(reference, model.Mapping):
            inside: tuple[int, ...] = reference.values
        elif isinstance(reference, model.Collection):
            inside = reference.items
        elif isinstance(reference, (model.Attribute, model.Awaited)):
            inside = (reference.base,)
        elif isinstance(reference, model.Call):
            given = [references[index] for index in reference.arguments]
            if any(isinstance(each, model.Const) and is_trace(str(each.value)) for each in given):
                return True
            inside = (reference.function, *reference.arguments, *(index for _, index in reference.keywords))
        else:
            return False
        return any(self._reads_header(module, references[index], depth + 1) for index in inside)

    def _helps(self, module: LinkedModule, call: model.AnyReference, depth: int) -> bool:
        """Whether a call enters a function of the project that takes a trace out."""
        if not isinstance(call, model.Call) or depth >= _NEAR:
            return False
        for value in self._practices.evaluator.values(module, call.function, None):
            inner = value.function if isinstance(value, Bound) else value
            if isinstance(inner, Function) and self.extracts(inner.module, inner.index, depth + 1):
                return True
        return False

    def _without_keyword(self, place: Place, home: Home, reserved: tuple[str, ...]) -> bool:
        call = place.reference
        assert isinstance(call, model.Call)
        for word, index in call.keywords:
            if word == "**":
                if self._headers.state(place.at(index), home) == CARRIED:
                    return False
            elif word not in reserved and is_trace(word):
                return False
        return not any(isinstance(place.at(index).reference, model.Starred) for index in call.arguments)

    def _envelope_without(self, home: Home, payload: Place, depth: int = 0) -> bool:
        """Whether a payload that is written out holds no trace: it is the only place for one."""
        if depth > _DEEPEST:
            return False
        found = False
        for origin in self._origins.of(payload):
            reference = origin.reference
            if isinstance(reference, model.Mapping):
                if self._headers.state(origin, home) == CARRIED:
                    return False
                found = True
            elif isinstance(reference, model.Call):
                inner = self._passed_on(origin, reference)
                if inner is not None:
                    if not self._envelope_without(home, inner, depth + 1):
                        return False
                elif not self._is_model_without(origin, reference):
                    return False
                found = True
            elif not isinstance(reference, model.Const):
                return False
            else:
                found = not self._speaks_of(origin.module, _HEADER)
        return found

    def _is_model_without(self, place: Place, call: model.Call) -> bool:
        """Whether a call writes out an object of a class that has no field for a trace, as far as its bases tell."""
        callee = place.module.facts.references[call.function]
        codec = self._practices.roles.codec_of_method(getattr(callee, "name", ""))
        if not isinstance(callee, model.Attribute) or codec is None or codec.means != "schema":
            return False
        values = self._origins.values(place.at(callee.base))
        return bool(values) and all(isinstance(v, Instance) and self._has_no_trace_field(v.cls) for v in values)

    def _has_no_trace_field(self, cls: Class) -> bool:
        own = 0
        for ancestor in self._practices.evaluator.ancestry.of(cls):
            if isinstance(ancestor, Class):
                own += len(ancestor.fact.fields)
                if any(word in field.lower() for field in ancestor.fact.fields for word in _FIELD_WORDS):
                    return False
                if not all(isinstance(each, (Class, External)) for each in self._bases(ancestor)):
                    return False
        return own > 0

    def _bases(self, cls: Class) -> list[Value]:
        return [value for base in cls.fact.bases for value in self._practices.evaluator.values(cls.module, base, None)]

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
