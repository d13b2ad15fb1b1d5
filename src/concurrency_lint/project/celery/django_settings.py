"""Django's settings: the modules that a project may be started with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed
from concurrency_lint.project.celery.expressions import Expression, Library
from concurrency_lint.project.celery.literals import UNKNOWN, Named
from concurrency_lint.project.values import ModuleValue

if TYPE_CHECKING:
    from concurrency_lint.project.celery.literals import Literals
    from concurrency_lint.project.celery.origins import Origins
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.subclasses import FileIndex

SETTINGS_OBJECT = "django.conf.settings"
_VARIABLE = "DJANGO_SETTINGS_MODULE"


class DjangoSettings:
    """Finds the settings modules that the project names, and those that stand beside them."""

    def __init__(self, origins: Origins, literals: Literals, mentions: FileIndex) -> None:
        self._origins, self._literals, self._mentions = origins, literals, mentions
        self._found: list[LinkedModule] | None = None

    def modules(self) -> list[LinkedModule]:
        """Every module that may be the settings; empty where nobody names one."""
        if self._found is None:
            named: dict[LinkedModule, None] = {}
            for path in self._mentions.paths("django-settings"):
                module = self._origins.evaluator.modules.at(path)
                if module is not None:
                    for dotted in self._named_in(module):
                        target = self._origins.evaluator.modules.imported(module, 0, dotted)
                        if target is not None and target.module is not None:
                            named[target.module] = None
            self._found = list(dict.fromkeys([*named, *[each for module in named for each in self._beside(module)]]))
            live = [module for module in self._found if "test" not in module.name.rpartition(".")[2]]
            self._found = live or self._found
        return self._found

    def values(self, name: str) -> list[Expression]:
        """What the settings modules bind to a name."""
        found = []
        for module in self.modules():
            found += [origin for origin in self._origins.named(module, name) if isinstance(origin, Expression)]
        return found

    def _named_in(self, module: LinkedModule) -> list[str]:
        references = module.facts.references
        found: list[str] = []
        for function in module.facts.functions:
            for operation in function.operations:
                call = references[operation.reference] if operation.deed is Deed.CALL else None
                if isinstance(call, model.Call) and len(call.arguments) == 2:
                    key = references[call.arguments[0]]
                    if isinstance(key, model.Const) and key.value == _VARIABLE:
                        found += self._dotted(Expression(module, call.arguments[1]))
        for written in module.facts.layout.written if module.facts.layout is not None else ():
            key = references[written.key]
            if isinstance(key, model.Const) and key.value == _VARIABLE:
                found += self._dotted(Expression(module, written.value))
        return found

    def _dotted(self, expression: Expression) -> list[str]:
        return [
            value for value in self._literals.possible(expression) if value is not UNKNOWN and isinstance(value, str)
        ]

    def _beside(self, module: LinkedModule) -> list[LinkedModule]:
        """Modules of the same folder that build on the same settings: `production.py` beside `local.py`."""
        folder = module.folder
        bases = {module.path, *self._star_imports(module)}
        found = []
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            if name.endswith(".py"):
                other = self._origins.evaluator.modules.at(os.path.join(folder, name))
                if other is not None and other is not module and bases.intersection(self._star_imports(other)):
                    found.append(other)
        return found

    def _star_imports(self, module: LinkedModule) -> set[str]:
        targets: list[ModuleValue | None] = [
            self._origins.evaluator.modules.imported(module, level, dotted)
            for level, dotted in module.facts.star_imports
        ]
        return {target.module.path for target in targets if target is not None and target.module is not None}


def is_settings_object(name: str) -> bool:
    """Whether a string or library name stands for Django's settings."""
    return name.replace(":", ".") == SETTINGS_OBJECT


def setting_of(origin: object) -> str | None:
    """The setting that `settings.NAME` reads."""
    if isinstance(origin, (Library, Named)) and origin.name.startswith(f"{SETTINGS_OBJECT}."):
        return origin.name.removeprefix(f"{SETTINGS_OBJECT}.")
    return None
