"""Messages that are believed: what a consumer decodes, itself or by a helper, and uses without checking it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.roles_schema import Codec, Consume
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, FunctionFact, Operation
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.consumers import ConsumerUse
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.usage import Use
from concurrency_lint.project.values import Bound, External, Function

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_DEEPEST = 3


class UncheckedMessage(Placed, frozen=True, kw_only=True):
    """A consumer that uses what it decoded without checking it."""

    decoder: str
    consumer: str


class _Decoded(NamedTuple):
    """What a consumer decodes: where, by which library's function, and the references that hold it."""

    operation: Operation
    decoder: str
    held: tuple[int, ...]


class Received:
    """Judges what consumers do with their messages."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins, self._uses = practices.origins, practices.uses
        self._consumers = ConsumerUse(practices)

    def unchecked(self, module: LinkedModule) -> Iterator[UncheckedMessage]:
        """Consumers that take their messages at their word."""
        for index, fact in self._consumers.handlers(module).items():
            for decoded in self._decoded(module, index, fact):
                if any(_used_unchecked(module, fact, held) for held in decoded.held):
                    yield UncheckedMessage(
                        path=module.path,
                        span=self._practices.spots.of_operation(module, decoded.operation),
                        symbol=module.symbol(index),
                        decoder=decoded.decoder.removeprefix("builtins."),
                        consumer=fact.name,
                    )

    def _decoded(self, module: LinkedModule, index: int, fact: FunctionFact) -> Iterator[_Decoded]:
        own = set()
        for use in self._uses.of(module, Codec):
            if use.function == index and self._decodes_message(use):
                own.add(use.operation.reference)
                yield _Decoded(use.operation, use.name, (use.operation.reference,))
        for operation in fact.operations:
            if operation.deed is Deed.CALL and operation.reference not in own:
                decoder = self._by_helper(Place(module, operation.reference), 0)
                if decoder:
                    yield _Decoded(operation, decoder, (operation.reference,))
        for use in self._uses.of(module, Consume):
            role = use.role
            assert isinstance(role, Consume)
            given = self._origins.argument(use.place, role.decoder) if role.decoder is not None else None
            decoder = self._decoder(given) if use.function == index and isinstance(given, Place) else ""
            if decoder:
                held = [
                    number
                    for number, reference in enumerate(module.facts.references)
                    if isinstance(reference, model.Attribute)
                    and reference.name == role.decoded
                    and isinstance(module.facts.references[reference.base], model.Element)
                ]
                yield _Decoded(use.operation, decoder, tuple(held))

    def _decodes_message(self, use: Use) -> bool:
        """Whether a call decodes what came from outside the function's own text."""
        role = use.role
        if not isinstance(role, Codec) or role.means != "decodes" or role.value is None:
            return False
        given = self._origins.argument(use.place, role.value)
        if not isinstance(given, Place):
            return False
        return not any(isinstance(origin.reference, model.Const) for origin in self._origins.of(given))

    def _by_helper(self, place: Place, depth: int) -> str:
        """The decoder by which a function of the project turns what it is given into what it returns."""
        reference = place.reference
        if not isinstance(reference, model.Call) or not reference.arguments or depth > _DEEPEST:
            return ""
        for callee in self._practices.evaluator.values(place.module, reference.function, None):
            function = callee.function if isinstance(callee, Bound) else callee
            if isinstance(function, Function) and function.fact.returns:
                decoders = {self._returned(function.module, each, depth) for each in function.fact.returns}
                return decoders.pop() if len(decoders) == 1 else ""
        return ""

    def _returned(self, module: LinkedModule, index: int, depth: int) -> str:
        """The decoder whose result a function returns as it is."""
        for use in self._uses.of(module, Codec):
            if use.operation.reference == index and self._decodes_message(use):
                return use.name
        return self._by_helper(Place(module, index), depth + 1)

    def _decoder(self, given: Place) -> str:
        """The decoder that a client was given: a library's function, or one that returns what that gives."""
        for value in self._origins.values(given):
            if isinstance(value, External):
                codec = self._practices.roles.of(Codec, value.name)
                return value.name if codec is not None and codec.means == "decodes" else ""
            if isinstance(value, Function) and value.fact.returns:
                decoders = {self._returned(value.module, each, 0) for each in value.fact.returns}
                return decoders.pop() if len(decoders) == 1 else ""
        return ""


def _used_unchecked(module: LinkedModule, fact: FunctionFact, decoded: int) -> bool:
    """Whether the decoded data is taken apart, and given to nothing that could check it."""
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
