"""Consumers: where they stand, which functions handle messages, and whether they keep the trace of these."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Consume, Publish, Push, Slot
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, FunctionFact
from concurrency_lint.findings import Span
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.topics import topics_of
from concurrency_lint.project.practices.traces import Traces
from concurrency_lint.project.practices.usage import Use
from concurrency_lint.project.values import Bound, Class, External, Function

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices
    from concurrency_lint.project.practices.routes import Route


class Consumer(Placed, frozen=True, kw_only=True):
    """A declaration of a consumer; `home` is the path where it belongs, empty where it stands there."""

    call: str
    client: str
    topics: tuple[str, ...]
    home: str


class DroppedTrace(Placed, frozen=True, kw_only=True):
    """A consumer that sends on without taking up the trace that came with its message."""

    consumer: str
    client: str


class ConsumerUse:
    """Finds what modules receive."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins, self._uses = practices.origins, practices.uses
        self._traces = Traces(practices)

    def declared(self, module: LinkedModule) -> Iterator[Consumer]:
        """The consumers that a module declares."""
        home = self._home(module)
        for use in self._uses.of(module, Consume):
            role = use.role
            assert isinstance(role, Consume)
            if role.form != "subclass" and not self._passes_on(use, role):
                yield Consumer(
                    **self._practices.placed(use),
                    call=use.name.rpartition(".")[2],
                    client=role.client,
                    topics=topics_of(self._origins, use.place, role.topic, several=role.several),
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
                    topics=(),
                    home=home,
                )
        yield from self._pushed(module, home)

    def dropped(self, module: LinkedModule) -> Iterator[DroppedTrace]:
        """Consumers that send on without the trace of what they received."""
        handlers = self.handlers(module)
        for use in self._uses.of(module, Publish):
            role = use.role
            assert isinstance(role, Publish)
            if use.function not in handlers or self._traces.extracts(module, use.function):
                continue
            if not self._traces.instrumented(role.client):
                yield DroppedTrace(**self._practices.placed(use), consumer=use.fact.name, client=role.client)

    def handlers(self, module: LinkedModule) -> dict[int, FunctionFact]:
        """The functions of a module that handle messages."""
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

    def _passes_on(self, use: Use, role: Consume) -> bool:
        """Whether the topic is whatever the function was called with: its callers are the consumers."""
        call, references = use.call, use.module.facts.references
        given = [references[index] for index in call.arguments]
        if any(isinstance(each, model.Starred) for each in given):
            return True
        topic = self._origins.argument(use.place, role.topic) if role.topic != Slot() else None
        return isinstance(topic, Place) and all(
            isinstance(each.reference, model.Parameter) for each in self._origins.of(topic)
        )

    def _pushed(self, module: LinkedModule, home: str) -> Iterator[Consumer]:
        """The routes that a broker posts its messages to."""
        routes = self._practices.route_functions(module) if self._uses.of(module, Push) else {}
        seen = set()
        for use in self._uses.of(module, Push):
            role, route = use.role, routes.get(use.function)
            assert isinstance(role, Push)
            if route is None or route in seen or not self._stands_below(use, role):
                continue
            seen.add(route)
            yield Consumer(
                path=module.path,
                span=self._span_of(route),
                symbol=module.symbol(use.function),
                call=route.fact.name,
                client=role.client,
                topics=(),
                home=home,
            )

    def _stands_below(self, use: Use, role: Push) -> bool:
        given = self._origins.argument(use.place, role.value)
        for origin in self._origins.of(given) if isinstance(given, Place) else ():
            place = origin
            names: list[str] = []
            while len(names) < len(role.below):
                key = self._key(place)
                if key is None:
                    break
                names.append(key[1])
                bases = self._origins.of(place.at(key[0]))
                place = bases[0] if bases else place
            if tuple(reversed(names)) == role.below:
                return True
        return False

    def _key(self, place: Place) -> tuple[int, str] | None:
        """What an expression is taken out of, and by which key: an item, an attribute, or `get`."""
        reference, references = place.reference, place.module.facts.references
        if isinstance(reference, model.Attribute):
            return reference.base, reference.name
        if isinstance(reference, model.Item):
            index = references[reference.index]
            return (reference.base, str(index.value)) if isinstance(index, model.Const) else None
        if isinstance(reference, model.Call) and reference.arguments:
            callee, first = references[reference.function], references[reference.arguments[0]]
            if isinstance(callee, model.Attribute) and callee.name == "get" and isinstance(first, model.Const):
                return callee.base, str(first.value)
        return None

    def _span_of(self, route: Route) -> Span:
        """The decorator that makes a function a route, or its name."""
        module = route.module
        for fact in module.facts.functions:
            for operation in fact.operations:
                if operation.reference == route.declared_by and operation.deed is Deed.CALL:
                    return self._practices.spots.of_operation(module, operation)
        return self._practices.spots.of_definition(module, route.function)

    def _consumer_class(self, module: LinkedModule, index: int) -> str:
        if not module.facts.classes[index].bases:
            return ""
        cls = self._practices.evaluator.make.make(Class, module, index, None)
        for ancestor in self._practices.evaluator.ancestry.of(cls):
            role = self._practices.roles.of(Consume, ancestor.name) if isinstance(ancestor, External) else None
            if role is not None and role.form == "subclass":
                return role.client
        return ""

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

    def _iterates_consumer(self, module: LinkedModule, fact: FunctionFact) -> bool:
        """Whether a function goes through the messages of a consumer that was made elsewhere."""
        for operation in fact.operations:
            if operation.deed in (Deed.ITERATE, Deed.ITERATE_ASYNC):
                for value in self._origins.values(Place(module, operation.reference)):
                    name = getattr(value, "name", "")
                    if isinstance(name, str) and name and self._practices.roles.of(Consume, name) is not None:
                        return True
        return False
