"""The names that expressions are written by: enough to tell which are worth a closer look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule


def last_name(module: LinkedModule, index: int) -> str:
    """The last name of an expression; of a function of the module, its own; empty for what has none."""
    reference = module.facts.references[index]
    if isinstance(reference, model.FunctionHere):
        own: str = module.facts.functions[reference.function].name
        return own
    return reference.name if isinstance(reference, (model.Attribute, model.Imported, model.Name)) else ""
