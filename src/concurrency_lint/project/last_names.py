"""The names that expressions are written by: enough to tell which are worth a closer look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.values import Function


def last_name(module: LinkedModule, index: int) -> str:
    """The last name of an expression; of a function of the module, its own; empty for what has none."""
    reference = module.facts.references[index]
    if isinstance(reference, model.FunctionHere):
        own: str = module.facts.functions[reference.function].name
        return own
    return reference.name if isinstance(reference, (model.Attribute, model.Imported, model.Name)) else ""


def called_name(function: Function, operation: model.Operation) -> str:
    """The last name of what an operation calls; empty where it calls nothing."""
    call = function.module.facts.references[operation.reference]
    return last_name(function.module, call.function) if isinstance(call, model.Call) else ""


def method_called(module: LinkedModule, index: int) -> model.Attribute | None:
    """The method, or whatever else by an attribute, that an expression calls; None for one that is no such call."""
    call = module.facts.references[index]
    method = module.facts.references[call.function] if isinstance(call, model.Call) else None
    return method if isinstance(method, model.Attribute) else None


def words_of(name: str) -> list[str]:
    """The words that a name is made of, in lower case."""
    return name.strip("_").lower().split("_")


def variable_name(module: LinkedModule, index: int) -> str:
    """The same; of a parameter, its own name."""
    reference = module.facts.references[index]
    if isinstance(reference, model.Parameter):
        return str(module.facts.functions[reference.function].parameters[reference.position].name)
    return last_name(module, index)
