"""Messages: where they are sent, with which payload and trace, and who receives them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Codec, Consume, Publish, Slot
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, FunctionFact
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.origins import UNCLEAR, Place, Unclear
from concurrency_lint.project.practices.payloads import RAW, Payloads
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.traces import Traces
from concurrency_lint.project.practices.usage import Use
from concurrency_lint.project.values import Bound, Class, External, Function

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices
_DEEPEST = 6


class Publication(Placed, frozen=True, kw_only=True):
    """A message that is sent. `raw` fits no schema, `traced` is not certainly without a trace."""

    call: str
    client: str
    topic: str
    raw: bool
    traced: bool
    trace_place: str
    """Where a trace would go: its headers, or the payload of a client that has none."""


class Consumer(Placed, frozen=True, kw_only=True):
    """A declaration of a consumer; `home` is the path where it belongs, empty where it stands there."""

    call: str
    client: str
    topic: str
    home: str


class UncheckedMessage(Placed, frozen=True, kw_only=True):
    """A consumer that uses what it decoded without checking it."""

    decoder: str
    consumer: str


class DroppedTrace(Placed, frozen=True, kw_only=True):
    """A consumer that sends on without taking up the trace that came with its message."""

    consumer: str
    client: str


class MessageUse:
    """Finds what modules send and receive."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins, self._uses = practices.origins, practices.uses
        self._payloads, self._traces = Payloads(practices), Traces(practices)

    def published(self, module: LinkedModule) -> Iterator[Publication]:
        """The messages that a module sends."""
        for use in self._uses.of(module, Publish):
            role = use.role
            assert isinstance(role, Publish)
            yield Publication(
                **self._practices.placed(use),
                call=use.name.rpartition(".")[2],
                client=role.client,
                topic=self._topic(self._origins.argument(use.place, role.topic)),
                raw=self._is_raw(use, role),
                traced=not self._traces.is_missing(use, role),
                trace_place="its headers" if role.headers or role.keywords is not None else "its payload",
            )

    def consumers(self, module: LinkedModule) -> Iterator[Consumer]:
        """The consumers that a module declares."""
        home = self._home(module)
        for use in self._declarations(module):
            role = use.role
            assert isinstance(role, Consume)
            yield Consumer(
                **self._practices.placed(use),
                call=use.name.rpartition(".")[2],
                client=role.client,
                topic=self._topic(self._origins.argument(use.place, role.topic)),
                home=home,
            )
        for index, fact in enumerate(module.facts.classes):
            client = self._consumer_class(module, index)
            if client:
                yield Consumer(
                    path=module.path,
                    span=self._practices.spots.of_word(module, fact.line, fact.name),
                    symbol=module.name,
                    call=fact.name,
                    client=client,
                    topic="",
                    home=home,
                )

    def unchecked(self, module: LinkedModule) -> Iterator[UncheckedMessage]:
        """Consumers that take their messages at their word."""
        for index, fact in self._consuming(module).items():
            for use in self._uses.of(module, Codec):
                role = use.role
                if use.function != index or not isinstance(role, Codec) or role.means != "decodes":
                    continue
                if self._from_message(use, role) and self._used_unchecked(module, fact, use):
                    yield UncheckedMessage(
                        **self._practices.placed(use),
                        decoder=use.name.removeprefix("builtins."),
                        consumer=fact.name,
                    )

    def dropped(self, module: LinkedModule) -> Iterator[DroppedTrace]:
        """Consumers that send on without the trace of what they received."""
        consuming = self._consuming(module)
        for use in self._uses.of(module, Publish):
            role = use.role
            assert isinstance(role, Publish)
            if use.function not in consuming or self._traces.extracts(module, use.function):
                continue
            if not self._traces.instrumented(role.client):
                yield DroppedTrace(**self._practices.placed(use), consumer=use.fact.name, client=role.client)

    def consuming(self, module: LinkedModule) -> dict[int, FunctionFact]:
        """The functions of a module that handle messages."""
        return self._consuming(module)

    def _declarations(self, module: LinkedModule) -> Iterator[Use]:
        for use in self._uses.of(module, Consume):
            role = use.role
            assert isinstance(role, Consume)
            if role.form != "subclass":
                yield use

    def _consumer_class(self, module: LinkedModule, index: int) -> str:
        if not module.facts.classes[index].bases:
            return ""
        cls = self._practices.evaluator.make.make(Class, module, index, None)
        for ancestor in self._practices.evaluator.ancestry.of(cls):
            role = self._practices.roles.of(Consume, ancestor.name) if isinstance(ancestor, External) else None
            if role is not None and role.form == "subclass":
                return role.client
        return ""

    def _is_raw(self, use: Use, role: Publish) -> bool:
        payload = self._origins.argument(use.place, role.payload)
        if not isinstance(payload, Place):
            return False
        if role.serialiser is not None:
            serialiser = self._serialiser(use, role.serialiser)
            if isinstance(serialiser, Unclear):
                return False
            if isinstance(serialiser, Place):
                return self._payloads.by_serialiser(serialiser, payload) == RAW
        return self._payloads.grade(payload) == RAW

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

    def _topic(self, given: object) -> str:
        """The topic as written, where it is a literal; several are one."""
        if not isinstance(given, Place):
            return ""
        names = set()
        for origin in self._origins.of(given):
            reference = origin.reference
            if isinstance(reference, model.Collection) and len(reference.items) == 1:
                reference = origin.module.facts.references[reference.items[0]]
            if not isinstance(reference, model.Const) or not isinstance(reference.value, str):
                return ""
            names.add(reference.value)
        return names.pop() if len(names) == 1 else ""

    def _home(self, module: LinkedModule) -> str:
        """Where a consumer of this module belongs; empty where it stands there."""
        path = Path(module.path)
        folders = self._practices.settings.subscribers
        for folder in folders:
            wanted = PurePosixPath(folder).parts
            parts = path.parent.parts
            if any(parts[at : at + len(wanted)] == wanted for at in range(len(parts))):
                return ""
        return f"{folders[0]}/{path.name}" if folders else ""

    def _consuming(self, module: LinkedModule) -> dict[int, FunctionFact]:
        found: dict[int, FunctionFact] = {}
        facts = module.facts
        for use in self._uses.of(module, Consume):
            role = use.role
            assert isinstance(role, Consume)
            if role.form == "decorator" or role.typed:
                continue
            if role.callback is not None:
                given = self._origins.argument(use.place, role.callback)
                for value in self._origins.values(given) if isinstance(given, Place) else ():
                    inner = value.function if isinstance(value, Bound) else value
                    if isinstance(inner, Function) and inner.module is module:
                        found[inner.index] = inner.fact
            if use.function:
                found.setdefault(use.function, facts.functions[use.function])
        for index, fact in enumerate(facts.functions):
            if index and index not in found and self._iterates_consumer(module, fact):
                found[index] = fact
            if fact.owner >= 0 and self._consumer_class(module, fact.owner):
                found.setdefault(index, fact)
        return found

    def _iterates_consumer(self, module: LinkedModule, fact: FunctionFact) -> bool:
        """Whether a function goes through the messages of a consumer that was made elsewhere."""
        for operation in fact.operations:
            if operation.deed in (Deed.ITERATE, Deed.ITERATE_ASYNC):
                for value in self._origins.values(Place(module, operation.reference)):
                    name = getattr(value, "name", "")
                    if isinstance(name, str) and name and self._practices.roles.of(Consume, name) is not None:
                        return True
        return False

    def _from_message(self, use: Use, role: Codec) -> bool:
        """Whether what is decoded came from outside the function's own text."""
        given = self._origins.argument(use.place, role.value) if role.value is not None else None
        if not isinstance(given, Place):
            return False
        return not any(isinstance(origin.reference, model.Const) for origin in self._origins.of(given))

    def _used_unchecked(self, module: LinkedModule, fact: FunctionFact, use: Use) -> bool:
        """Whether the decoded data is taken apart, and given to nothing that could check it."""
        decoded = use.operation.reference
        references = module.facts.references
        taken = False
        for reference in references:
            if isinstance(reference, model.Item) and reference.base == decoded:
                taken = True
            elif isinstance(reference, model.Call):
                callee = references[reference.function]
                given = [*reference.arguments, *(index for _, index in reference.keywords)]
                if decoded in given or any(
                    isinstance(references[index], model.Starred) and getattr(references[index], "base", 0) == decoded
                    for index in given
                ):
                    # Whoever is given all of it may check it.
                    return False
                if isinstance(callee, model.Attribute) and callee.base == decoded and callee.name == "get":
                    taken = True
        if decoded in fact.returns or decoded in fact.yields:
            return False
        return taken
