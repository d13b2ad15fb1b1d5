"""What a handler answers where it queues a task: its status, and whether the answer is about the task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Response
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.practices.origins import Origins, Place
from concurrency_lint.project.practices.reach import Reach
from concurrency_lint.project.practices.routes import Route
from concurrency_lint.project.values import Bound, Function

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.practices import Practices

_ACCEPTED = 202
_PLAIN = 200
_OTHER_SUCCESSES = frozenset(range(200, 300)) - {_ACCEPTED}
_STATUS_ATTRIBUTES = ("status_code", "status")
_DEEPEST = 6


class Answers:
    """Judges the answers of handlers that queue tasks.

    The answer depends on the task where it holds something of what queueing gave (its id), or where queueing is all
    that the handler does: it asks no database and calls no server, and what it returns is written out. A handler that
    has done something else by then answers for that.
    """

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._origins: Origins = practices.origins

    def is_wrong(self, route: Route, reach: Reach) -> bool:
        """Whether the answer depends on a queued task and is another than 202, as far as is known."""
        status = self._declared_status(route)
        if status == _ACCEPTED or status is None or self._sets_status(route):
            return False
        returned = [Place(route.module, index) for index in route.fact.returns] + self._sent(route)
        queueing = self._queueing(self._bare(route.module, route.function), reach)
        about = [place for place in returned if self._tells_of(place, queueing, reach)]
        if about:
            found = {self._status(place, status) for place in about}
            created = _OTHER_SUCCESSES.isdisjoint(found - {_PLAIN})
            return _PLAIN in found or not (created or self._does_more(route, reach, queueing))
        if status != _PLAIN or not queueing:
            return False
        if self._does_more(route, reach, queueing):
            return False
        return all(self._written_out(place) and self._status(place) == _PLAIN for place in returned)

    def _declared_status(self, route: Route) -> int | None:
        """The status in the decorator; 200 where none is given, None where it is not known."""
        reference = route.declaration.reference
        if not route.role.status or not isinstance(reference, model.Call):
            return _PLAIN
        for word, index in reference.keywords:
            if word == route.role.status:
                return self._number(route.declaration.at(index))
            if word == "**":
                return None
        return _PLAIN

    def _number(self, place: Place) -> int | None:
        size = self._practices.sizes.of(place)
        return int(size.least) if size.known and size.least == size.most else None

    def _sets_status(self, route: Route) -> bool:
        """Whether it sets the status of a response that the framework handed it, or has it set."""
        references = route.module.facts.references
        for operation in route.fact.operations:
            reference = references[operation.reference]
            if operation.deed is Deed.WRITE and getattr(reference, "name", "") in _STATUS_ATTRIBUTES:
                return True
            if operation.deed is Deed.CALL and isinstance(reference, model.Call):
                callee = references[reference.function]
                if isinstance(callee, model.Attribute) and callee.name == "set_status":
                    return True
        return False

    def _sent(self, route: Route) -> list[Place]:
        """What is written to the client, in a framework whose handlers return nothing."""
        found = []
        for operation in route.fact.operations:
            reference = route.module.facts.references[operation.reference]
            if operation.deed is not Deed.CALL or not isinstance(reference, model.Call) or not reference.arguments:
                continue
            for value in self._practices.evaluator.values(route.module, reference.function, None):
                response = self._practices.uses.role_of(value, Response)
                if response is not None and response.sends:
                    found.append(Place(route.module, reference.arguments[0]))
        return found

    def _status(self, place: Place, plain: int = _PLAIN) -> int | None:
        """The status of one returned value; None where it is not known, or where it sends the client elsewhere."""
        found = {self._status_of(origin) for origin in self._origins.of(place)}
        status = found.pop() if len(found) == 1 else None
        return plain if status == _PLAIN else status

    def _status_of(self, place: Place) -> int | None:
        reference = place.reference
        if isinstance(reference, model.Collection) and reference.kind == "tuple" and len(reference.items) > 1:
            return self._number(place.at(reference.items[1]))
        if not isinstance(reference, model.Call):
            return _PLAIN
        for value in self._practices.evaluator.values(place.module, reference.function, None):
            response = self._practices.uses.role_of(value, Response)
            if response is None:
                return _PLAIN if not isinstance(value, Function) else None
            if response.redirects:
                return None
            given = self._origins.argument(place, response.status)
            if given is None or (response.status.argument is None and response.status.position is None):
                return _PLAIN
            return self._number(given) if isinstance(given, Place) else None
        return None

    def _queueing(self, function: Function, reach: Reach) -> set[int]:
        """The calls of a function that queue a task, themselves or through a function of the project."""
        reach.explore((function,))
        found = {op.reference for op, hit in reach.hits(function) if reach.label(hit) == "enqueue"}
        for edge in reach.edges(function):
            if reach.distance(edge.target, "enqueue") is not None:
                found.add(edge.operation.reference)
        return found

    def _tells_of(self, place: Place, queueing: set[int], reach: Reach, depth: int = 0) -> bool:
        """Whether a returned value is made of what queueing gave."""
        if place.index in queueing and not isinstance(place.reference, model.Awaited):
            return self._gives_result(place, reach, depth)
        if depth > _DEEPEST:
            return False
        for origin in self._origins.of(place):
            if origin.module is not place.module:
                continue
            if origin.index != place.index and self._tells_of(origin, queueing, reach, depth + 1):
                return True
            if any(self._tells_of(origin.at(each), queueing, reach, depth + 1) for each in _inside(origin.reference)):
                return True
        return False

    def _gives_result(self, place: Place, reach: Reach, depth: int) -> bool:
        """Whether the call is the queueing itself, or a helper that returns something of what that gave."""
        call = place.reference
        if not isinstance(call, model.Call):
            return False
        helpers = []
        for value in self._practices.evaluator.values(place.module, call.function, None):
            inner = value.function if isinstance(value, Bound) else value
            helpers += [inner] if isinstance(inner, Function) else []
        if not helpers:
            return True
        for helper in helpers if depth <= _DEEPEST else ():
            queueing = self._queueing(self._bare(helper.module, helper.index), reach)
            returned = [Place(helper.module, index) for index in helper.fact.returns]
            if any(self._tells_of(each, queueing, reach, depth + 1) for each in returned):
                return True
        return False

    def _bare(self, module: LinkedModule, function: int) -> Function:
        return self._practices.evaluator.make.make(Function, module, function, None)

    def _does_more(self, route: Route, reach: Reach, queueing: set[int]) -> bool:
        """Whether the handler leads to other work, or to calls of which nothing is known."""
        function = self._practices.evaluator.make.make(Function, route.module, route.function, None)
        if reach.unresolved(function) or reach.works(function, except_for=("enqueue",)):
            return True
        # An answer that is a call of the project's own is about whatever that does.
        return any(
            edge.operation.reference not in queueing and edge.target.fact.operations
            for edge in reach.edges(function)
            if reach.works(edge.target, except_for=("enqueue",)) or reach.unresolved(edge.target)
        )

    def _written_out(self, place: Place, depth: int = 0) -> bool:
        """Whether a value holds nothing but literals and what came with the request."""
        reference = place.reference
        if depth > _DEEPEST:
            return False
        if isinstance(reference, (model.Const, model.Parameter)):
            return True
        if isinstance(reference, (model.Attribute, model.Item)):
            return self._written_out(place.at(reference.base), depth + 1)
        if isinstance(reference, (model.Collection, model.Mapping)):
            return all(self._written_out(place.at(each), depth + 1) for each in _inside(reference))
        if isinstance(reference, model.Call):
            values = self._practices.evaluator.values(place.module, reference.function, None)
            responding = any(self._practices.uses.role_of(value, Response) is not None for value in values)
            inside = [*reference.arguments, *(index for _, index in reference.keywords)]
            return responding and all(self._written_out(place.at(each), depth + 1) for each in inside)
        return self._practices.sizes.of(place).known


def _inside(reference: model.AnyReference) -> tuple[int, ...]:
    if isinstance(reference, model.Collection):
        return reference.items
    if isinstance(reference, model.Mapping):
        return reference.values
    if isinstance(reference, (model.Attribute, model.Item, model.Awaited)):
        return (reference.base,)
    if isinstance(reference, model.Call):
        return (reference.function, *reference.arguments, *(index for _, index in reference.keywords))
    return ()
