"""Whether what is sent fits a schema: payloads followed through serialisers and helpers to what they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Codec, Schema
from concurrency_lint.facts import model
from concurrency_lint.project.practices.origins import Origins, Place
from concurrency_lint.project.values import (
    ANYTHING,
    Bound,
    Class,
    Constant,
    Container,
    External,
    ExternalInstance,
    Instance,
    Value,
)

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_DEEPEST = 10
SCHEMA, RAW, UNKNOWN, GIVEN = "schema", "raw", "unknown", "given"


class Payloads:
    """Grades payloads: schema, raw, unknown, or given: a dict that the caller made, as an annotation says."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins: Origins = practices.origins

    def grade(self, place: Place, depth: int = 0) -> str:
        """What a payload is. One of several possibilities that is not known to be raw leaves it unknown."""
        if depth > _DEEPEST:
            return UNKNOWN
        grades = {self._of_origin(origin, depth) for origin in self._origins.of(place)}
        return grades.pop() if len(grades) == 1 else UNKNOWN

    def _of_origin(self, place: Place, depth: int) -> str:
        reference = place.reference
        if isinstance(reference, model.Mapping) and self._is_validated(place):
            return SCHEMA
        if isinstance(reference, model.Const):
            return RAW if reference.kind.startswith(("str", "bytes", "int", "float")) else UNKNOWN
        if isinstance(reference, model.Binary):
            return self._of_text(place, reference, depth)
        if isinstance(reference, model.Mapping):
            return self._of_dict(place, reference, depth)
        if isinstance(reference, model.Collection):
            grades = {self.grade(place.at(item), depth + 1) for item in reference.items}
            return grades.pop() if len(grades) == 1 else UNKNOWN
        if isinstance(reference, model.Awaited):
            return self._of_origin(place.at(reference.base), depth)
        if isinstance(reference, model.Call):
            return self._of_call(place, reference, depth)
        return self._of_values(place)

    def _is_validated(self, place: Place) -> bool:
        """Whether the dict is given to what checks it against a schema."""
        for use in self._practices.uses.of(place.module, Codec):
            role = use.role
            assert isinstance(role, Codec)
            given = None
            if role.means == "validates" and role.value is not None:
                given = self._origins.argument(use.place, role.value)
            if isinstance(given, Place) and any(
                origin.module is place.module and origin.index == place.index for origin in self._origins.of(given)
            ):
                return True
        return False

    def _of_text(self, place: Place, reference: model.Binary, depth: int) -> str:
        parts = {self.grade(place.at(part), depth + 1) for part in (reference.left, reference.right)}
        return RAW if parts == {RAW} or (RAW in parts and reference.method == "__mod__") else UNKNOWN

    def _of_dict(self, place: Place, reference: model.Mapping, depth: int) -> str:
        """A dict that is written out; one whose every value fits a schema is an envelope around it."""
        references = place.module.facts.references
        if not reference.keys or any(not isinstance(references[key], model.Const) for key in reference.keys):
            return UNKNOWN
        grades = [self.grade(place.at(value), depth + 1) for value in reference.values]
        return SCHEMA if SCHEMA in grades else RAW

    def _of_call(self, place: Place, call: model.Call, depth: int) -> str:
        callee = place.module.facts.references[call.function]
        for value in self._practices.evaluator.values(place.module, call.function, None):
            if self._makes_model(value):
                return SCHEMA
            codec = self._codec(value, callee)
            if codec is not None:
                return self._by_codec(place, codec, depth)
        codec = self._practices.roles.codec_of_method(_name(callee))
        returned = self._origins.returned(place)
        if returned is not None:
            grades = {self.grade(each, depth + 1) for each in returned}
            return grades.pop() if len(grades) == 1 else UNKNOWN
        if codec is not None:
            return self._by_codec(place, codec, depth)
        return self._of_values(place)

    def _codec(self, value: Value, callee: model.AnyReference) -> Codec | None:
        """What is known of this very function: by name, or as a method of a model (`event.json()`)."""
        if isinstance(value, Bound) and self._fits(value.receiver):
            return Codec(means="schema")
        for name in self._practices.uses.names_of(value):
            codec = self._practices.roles.of(Codec, name)
            if codec is not None:
                return codec
            if name in self._practices.settings.schemas:
                return Codec(means="schema")
        return None

    def _by_codec(self, place: Place, codec: Codec, depth: int) -> str:
        if codec.means in ("schema", "raw"):
            return codec.means
        if codec.means != "passes":
            return UNKNOWN
        if codec.value is not None:
            given = self._origins.argument(place, codec.value)
            return self.grade(given, depth + 1) if isinstance(given, Place) else UNKNOWN
        call = place.reference
        assert isinstance(call, model.Call)
        callee = place.module.facts.references[call.function]
        return self.grade(place.at(callee.base), depth + 1) if isinstance(callee, model.Attribute) else UNKNOWN

    def _makes_model(self, value: Value) -> bool:
        return isinstance(value, Class) and self._class_fits(value)

    def _fits(self, value: Value) -> bool:
        return isinstance(value, Instance) and self._class_fits(value.cls)

    def _class_fits(self, cls: Class) -> bool:
        line = self._practices.evaluator.ancestry.of(cls)
        names = [each.name for each in line if isinstance(each, External)]
        return any(self._practices.roles.of(Schema, name) or name in self._practices.settings.schemas for name in names)

    def _of_values(self, place: Place) -> str:
        """By type, where nothing is written: an object of a model, a dict, a plain record."""
        values = self._origins.values(place)
        if not values or ANYTHING in values:
            return UNKNOWN
        if all(self._fits(value) for value in values):
            return SCHEMA
        dicts = all(isinstance(value, Container) and value.kind == "dict" for value in values)
        if dicts and isinstance(place.reference, model.Parameter):
            return GIVEN
        plain = all(
            (isinstance(value, Container) and value.kind == "dict" and value.items is not None)
            or (isinstance(value, Instance) and self._is_record(value))
            or (isinstance(value, Constant) and value.kind.startswith(("str", "bytes")))
            for value in values
        )
        return RAW if plain else UNKNOWN

    def _is_record(self, value: Instance) -> bool:
        decorators = self._practices.evaluator.decorators
        return any(decorators.effect(value.cls.module, index) == "dataclass" for index in value.cls.fact.decorators)

    def by_serialiser(self, serialiser: Place, payload: Place) -> str:
        """The grade of an object that the client's own serialiser turns into bytes."""
        for origin in self._origins.of(serialiser):
            reference = origin.reference
            if not isinstance(reference, model.FunctionHere):
                return self._by_library_serialiser(origin, payload)
            fact = origin.module.facts.functions[reference.function]
            for index in fact.returns:
                if self._serialises_by_schema(Place(origin.module, index)):
                    return SCHEMA
        return self.grade(payload)

    def _by_library_serialiser(self, serialiser: Place, payload: Place) -> str:
        """The grade by a library's own function, or by an object that is called."""
        for value in self._origins.values(serialiser):
            name = getattr(value, "name", "")
            called = f"{name}.__call__" if isinstance(value, ExternalInstance) else name
            codec = self._practices.roles.of(Codec, called) if isinstance(name, str) else None
            if codec is not None:
                return self.grade(payload) if codec.means == "passes" else codec.means
        return UNKNOWN

    def _serialises_by_schema(self, place: Place) -> bool:
        """Whether a serialiser's result does not just follow what it is given."""
        reference = place.reference
        if isinstance(reference, model.Parameter):
            return False
        if not isinstance(reference, model.Call):
            return True
        callee = place.module.facts.references[reference.function]
        for value in self._practices.evaluator.values(place.module, reference.function, None):
            codec = self._codec(value, callee)
            if codec is not None and codec.means == "passes" and codec.value is not None:
                given = self._origins.argument(place, codec.value)
                return self._serialises_by_schema(given) if isinstance(given, Place) else True
        codec = self._practices.roles.codec_of_method(_name(callee))
        if codec is not None and codec.means == "passes" and isinstance(callee, model.Attribute):
            return self._serialises_by_schema(place.at(callee.base))
        return True


def _name(reference: model.AnyReference) -> str:
    return reference.name if isinstance(reference, (model.Attribute, model.Name)) else ""
