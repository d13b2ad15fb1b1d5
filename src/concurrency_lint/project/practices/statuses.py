"""Where the status of a handler's answer could be said: in its declaration, or in the response that it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Response
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.findings import FixRequest, Span
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.practices.routes import Route

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_ACCEPTED = "202"
_BECAUSE = "clients that look for 200 then see another status"
_SEVERAL = "it answers in several ways; say the status in each"


def accepted(practices: Practices, route: Route) -> FixRequest:
    """The fix that has a handler answer 202, or why there is none."""
    returned = [Place(route.module, index) for index in route.fact.returns]
    responses = [place for place in returned if _response(practices, place) is not None]
    if any(isinstance(place.reference, model.Collection) and place.reference.kind == "tuple" for place in returned):
        return FixRequest(refusal="the status stands behind the answer, in a tuple; write it there")
    if len(returned) > 1 and responses:
        return FixRequest(refusal=_SEVERAL)
    said = _in_response(practices, route, responses[0]) if responses else _declared(practices, route)
    if route.role.tuples and not said.fixer and not _has_status(practices, responses):
        return FixRequest(fixer="answer", data={"status": _ACCEPTED, "because": _BECAUSE})
    return said


def _has_status(practices: Practices, responses: list[Place]) -> bool:
    """Whether one of the responses may have been given a status."""
    for place in responses:
        response = _response(practices, place)
        slot = response.status if response is not None else None
        if slot is None or (slot.argument is None and slot.position is None):
            continue
        if not isinstance(place.reference, model.Call) or practices.origins.argument(place, slot) is not None:
            return True
    return False


def _declared(practices: Practices, route: Route) -> FixRequest:
    keyword = route.role.status
    span = _declaration(practices, route)
    if not keyword or span is None:
        return FixRequest(refusal="its declaration takes no status; return a response that has one")
    return _request(keyword, span)


def _declaration(practices: Practices, route: Route) -> Span | None:
    """The call that makes the function a handler: of equal decorators the one nearest above it."""
    calls = [
        operation
        for fact in route.module.facts.functions
        for operation in fact.operations
        if operation.deed is Deed.CALL and operation.reference == route.declared_by
    ]
    if route.role.form == "decorator":
        calls = [operation for operation in calls if operation.line < route.fact.line]
        calls = sorted(calls, key=lambda operation: operation.line)[-1:]
    return practices.spots.of_operation(route.module, calls[0]) if len(calls) == 1 else None


def _in_response(practices: Practices, route: Route, place: Place) -> FixRequest:
    response = _response(practices, place)
    calls = [
        operation
        for operation in route.fact.operations
        if operation.deed is Deed.CALL and operation.reference == place.index
    ]
    if response is None or response.status.argument is None or len(calls) != 1:
        return FixRequest(refusal=_SEVERAL)
    if practices.origins.argument(place, response.status) is not None:
        return FixRequest(refusal="the response has another status, which somebody has decided")
    return _request(response.status.argument, practices.spots.of_operation(route.module, calls[0]))


def _response(practices: Practices, place: Place) -> Response | None:
    """The response that a returned value is, or leads to."""
    for origin in practices.origins.of(place):
        if isinstance(origin.reference, model.Call):
            for value in practices.evaluator.values(origin.module, origin.reference.function, None):
                found = practices.uses.role_of(value, Response)
                if isinstance(found, Response):
                    return found
    return None


def _request(keyword: str, span: Span) -> FixRequest:
    return FixRequest(fixer="keywords", span=span, data={keyword: _ACCEPTED, "because": _BECAUSE})
