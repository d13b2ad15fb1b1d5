"""Parameters that are said to hold plain data: what is passed for one decides nothing of what runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.modules import function_bindings

if TYPE_CHECKING:
    from concurrency_lint.catalogue.lookup import Catalogue
    from concurrency_lint.project.modules import LinkedModule

_PLAIN = frozenset({"bool", "bytes", "complex", "float", "int", "str"})
_HOLDING = frozenset({"dict", "frozenset", "list", "set", "tuple"})


def is_plain(module: LinkedModule, index: int, catalogue: Catalogue) -> bool:
    """Whether an annotation names numbers, texts, or containers of such, by its words alone: nothing is evaluated."""
    reference = module.facts.references[index]
    if isinstance(reference, model.Name):
        return reference.name in _PLAIN and _is_builtin(module, reference)
    if isinstance(reference, model.Const):
        return reference.kind == "NoneType"
    if isinstance(reference, model.OneOf):
        parts: tuple[int, ...] = reference.options
    elif isinstance(reference, model.Binary):
        parts = (reference.left, reference.right) if reference.method == "__or__" else ()
    elif isinstance(reference, model.Collection):
        parts = reference.items
    elif isinstance(reference, model.Item):
        parts = (reference.index,) if _holds_its_parts(module, reference.base, catalogue) else ()
    else:
        parts = ()
    return bool(parts) and all(is_plain(module, part, catalogue) for part in parts)


def _holds_its_parts(module: LinkedModule, index: int, catalogue: Catalogue) -> bool:
    reference = module.facts.references[index]
    if isinstance(reference, model.Name):
        return reference.name in _HOLDING and _is_builtin(module, reference)
    if not isinstance(reference, model.Imported) or reference.level or not reference.name:
        return False
    form = catalogue.form(f"{reference.module}.{reference.name}")
    # `Mapping` and `Sequence` are none: the project may have classes of its own that are such.
    return form is not None and (form.means in ("optional", "union") or reference.name.lower() in _HOLDING)


def _is_builtin(module: LinkedModule, name: model.Name) -> bool:
    facts = module.facts
    return (
        function_bindings(facts, name.scope, name.name) is None
        and name.name not in facts.scopes[0].bindings
        and not facts.star_imports
    )
