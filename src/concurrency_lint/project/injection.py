"""Parameters that a framework provides: by a marker such as `Depends(f)`, as a default or inside `Annotated`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.project.values import External

if TYPE_CHECKING:
    from concurrency_lint.catalogue.schema import Dependency
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule


class Marker(NamedTuple):
    """The call of a marker, in the module where it is written, and what the catalogue says of it."""

    module: LinkedModule
    call: model.Call
    entry: Dependency


def markers(evaluator: Evaluator, module: LinkedModule, parameter: model.ParameterFact) -> Iterator[Marker]:
    """The markers of a parameter."""
    places = [(module, parameter.default)] if parameter.default else []
    if parameter.annotation:
        places += evaluator.annotations.metadata(module, parameter.annotation)
    for place, index in places:
        call = place.facts.references[index]
        if isinstance(call, model.Call):
            for called in evaluator.values(place, call.function, None):
                entry = evaluator.catalogue.dependency(called.name) if isinstance(called, External) else None
                if entry is not None:
                    yield Marker(place, call, entry)
