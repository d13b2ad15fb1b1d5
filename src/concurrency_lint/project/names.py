"""Names of modules: what a module binds itself, by star imports, or as a submodule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.values import UNKNOWN_VALUES, Constant, ModuleValue, Values, union

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule


class Names:
    """Looks names up in modules."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator

    def of_module(self, module: LinkedModule, name: str, seen: tuple[LinkedModule, ...] = ()) -> Values | None:
        """What a module-level name may be; None where the module does not bind it."""
        evaluator = self._evaluator
        bindings = module.facts.scopes[0].bindings.get(name)
        if bindings is not None:
            values = evaluator.all_values(module, bindings, None)
            return union(values, evaluator.outside.to_module(module, name)) if _is_none(values) else values
        for level, dotted in module.facts.star_imports:
            target = evaluator.modules.imported(module, level, dotted)
            if target is None:
                if dotted and level == 0 and evaluator.catalogue.knows_library(dotted):
                    name_there = evaluator.catalogue.canonical(f"{dotted}.{name}")
                    if evaluator.catalogue.mentions(name_there):
                        return (evaluator.external(name_there),)
                continue
            if target.module is None or target.module in seen or not _exports(target.module, name):
                continue
            found = self.of_module(target.module, name, (*seen, module))
            if found is not None:
                return found
        return None

    def member(self, target: ModuleValue, name: str) -> Values:
        """`module.name`: what the module binds, or a submodule."""
        if target.module is not None:
            found = self.of_module(target.module, name)
            if found is not None:
                return found or UNKNOWN_VALUES
        submodule = self._evaluator.modules.submodule(target, name)
        return (submodule,) if submodule is not None else UNKNOWN_VALUES


def _is_none(values: Values) -> bool:
    return len(values) == 1 and isinstance(values[0], Constant) and values[0].kind == "NoneType"


def _exports(module: LinkedModule, name: str) -> bool:
    if module.facts.exported is not None:
        return name in module.facts.exported
    return not name.startswith("_")
