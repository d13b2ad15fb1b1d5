"""Names of topics, queues and subjects, as far as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Slot
from concurrency_lint.facts import model
from concurrency_lint.project.practices.origins import Place

if TYPE_CHECKING:
    from concurrency_lint.project.practices.origins import Origins


def topics_of(origins: Origins, call: Place, slot: Slot, *, several: bool = False) -> tuple[str, ...]:
    """The names in the slot of a call, and with `several` after it; those that are computed are left out."""
    given = [origins.argument(call, slot)]
    reference = call.reference
    if several and slot.position is not None and isinstance(reference, model.Call):
        given += [call.at(index) for index in reference.arguments[slot.position + 1 :]]
    found: dict[str, None] = {}
    for each in given:
        if isinstance(each, Place):
            found.update(dict.fromkeys(_written(origins, each)))
    return tuple(found)


def _written(origins: Origins, place: Place) -> list[str]:
    names: list[str] = []
    possible = origins.of(place)
    for origin in possible:
        reference = origin.reference
        if isinstance(reference, model.Collection):
            names += [name for item in reference.items for name in _written(origins, origin.at(item))]
        elif isinstance(reference, model.Const) and isinstance(reference.value, str):
            # One of several possibilities is none that can be told of.
            names += [reference.value] if len(possible) == 1 else []
    return names
