"""Messages: where they are sent, with which payload and trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import structs

from concurrency_lint.catalogue.roles_schema import Publish, Slot
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.findings import Step
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.headers import Home, home_of
from concurrency_lint.project.practices.origins import UNCLEAR, Place, Unclear
from concurrency_lint.project.practices.payloads import GIVEN, RAW, Payloads
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.topics import topics_of
from concurrency_lint.project.practices.traces import Traces
from concurrency_lint.project.practices.usage import Use

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices
_DEEPEST = 6
_MODEL_WORDS = ("model_dump", ".dict(", "TypeAdapter", "validate", "Schema")
"""Words of code that makes dicts of what has a schema."""


class Publication(Placed, frozen=True, kw_only=True):
    """A message that is sent. `raw` fits no schema, `traced` is not certainly without a trace."""

    call: str
    client: str
    topic: str
    raw: bool
    traced: bool
    trace_place: str
    """Where a trace would go: its headers, or the payload of a client that has none."""
    chain: tuple[Step, ...] = ()
    """From the call to the publish, where functions lie between."""


class MessageUse:
    """Finds what modules send."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins, self._uses = practices.origins, practices.uses
        self._payloads, self._traces = Payloads(practices), Traces(practices)

    def published(self, module: LinkedModule) -> Iterator[Publication]:
        """The messages that a module sends, itself or through a function that it gives them to."""
        for use in self._uses.of(module, Publish):
            yield self._publication(use, use.place, home_of(use), self._practices.placed(use))
        seen: set[Publication] = set()
        for sent in self._practices.wrappers.of(module):
            span = self._practices.spots.of_operation(module, sent.operation)
            placed = {"path": module.path, "span": span, "symbol": module.symbol(sent.function)}
            here = self._publication(sent.use, sent.place, Home(module, sent.function), placed)
            there = self._publication(sent.use, sent.within, _home_of(sent.within), placed)
            # What is wrong without any caller is reported where it is sent.
            own = structs.replace(
                here,
                raw=here.raw and not there.raw,
                traced=here.traced or not there.traced,
                topic=here.topic if not there.topic else "",
                chain=sent.chain,
            )
            if own not in seen and (own.raw or not own.traced or own.topic):
                seen.add(own)
                yield own

    def _publication(self, use: Use, place: Place, home: Home, placed: Mapping[str, Any]) -> Publication:
        """A publish as it is entered through the calls behind `place`."""
        role = use.role
        assert isinstance(role, Publish)
        return Publication(
            **placed,
            call=use.name.rpartition(".")[2],
            client=role.client,
            topic=self._topic(place, role),
            raw=self._is_raw(use, place, role),
            traced=not self._traces.is_missing(place, home, role),
            trace_place="its headers" if role.headers or role.keywords is not None else "its payload",
        )

    def _topic(self, place: Place, role: Publish) -> str:
        names = topics_of(self._origins, place, role.topic)
        return names[0] if len(names) == 1 else ""

    def _is_raw(self, use: Use, place: Place, role: Publish) -> bool:
        payload = self._origins.argument(place, role.payload)
        if not isinstance(payload, Place):
            return False
        if role.serialiser is not None:
            serialiser = self._serialiser(use, role.serialiser)
            if isinstance(serialiser, Unclear):
                return False
            if isinstance(serialiser, Place):
                return self._payloads.by_serialiser(serialiser, payload) == RAW
        grade = self._payloads.grade(payload)
        return grade == RAW or (grade == GIVEN and not self._is_given_models(place))

    def _is_given_models(self, place: Place) -> bool:
        """Whether a function that sends dicts may be given what models hold, as far as its callers' words tell."""
        for fact in place.module.facts.functions:
            operations = fact.operations
            if any(each.deed is Deed.CALL and each.reference == place.index for each in operations):
                return self._practices.mentions.together(fact.name, _MODEL_WORDS)
        return True

    def _serialiser(self, use: Use, slot: Slot) -> Place | Unclear | None:
        """What the client that sends was made with."""
        callee = use.module.facts.references[use.call.function]
        if not isinstance(callee, model.Attribute):
            return UNCLEAR
        for origin in self._origins.of(use.place.at(callee.base)):
            made = self._made(origin)
            if made is None:
                return UNCLEAR
            given = self._origins.argument(made, slot)
            if given is not None:
                return given
        return None

    def _made(self, place: Place, depth: int = 0) -> Place | None:
        """The call that made a client, followed through functions of the project that return it."""
        if isinstance(place.reference, model.Awaited):
            place = place.at(place.reference.base)
        if not isinstance(place.reference, model.Call) or depth > _DEEPEST:
            return None
        returned = self._origins.returned(place)
        if returned is None:
            return place
        origins = [origin for each in returned for origin in self._origins.of(each)]
        return self._made(origins[0], depth + 1) if len(origins) == 1 else None


def _home_of(place: Place) -> Home:
    """The function in which the outermost call behind an expression stands, or the expression itself."""
    while place.caller is not None:
        place = place.caller.place
    for index, fact in enumerate(place.module.facts.functions):
        if any(operation.reference == place.index for operation in fact.operations):
            return Home(place.module, index)
    return Home(place.module, 0)
