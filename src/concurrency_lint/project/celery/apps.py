"""Apps: found by where they are made, and recognised in whatever expression stands for one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.celery.expressions import Expression, Library, Origin
from concurrency_lint.project.values import Class, External

if TYPE_CHECKING:
    from concurrency_lint.project.celery.origins import Origins
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.subclasses import FileIndex

APP_CLASS = "celery.Celery"
_CURRENT = ("celery.current_app", "celery._state.current_app", "celery.app.current_app", "celery.app.default_app")


class App:
    """An app, by the call that makes it. `cls` is the project's own subclass, where it is of one."""

    def __init__(
        self, module: LinkedModule, index: int, operation: Operation, function: int, cls: Class | None
    ) -> None:
        self.module, self.index, self.operation, self.function, self.cls = module, index, operation, function, cls

    def __repr__(self) -> str:
        return f"<app {self.module.name}:{self.operation.line}>"

    @property
    def expression(self) -> Expression:
        """The call that makes it."""
        return Expression(self.module, self.index)


class Apps:
    """The apps of a project."""

    def __init__(self, origins: Origins, mentions: FileIndex) -> None:
        self._origins, self._mentions = origins, mentions
        self._found: list[App] | None = None
        self._by_key: dict[tuple[LinkedModule, int], App] = {}

    def all(self) -> list[App]:
        """Every app outside tests, in order of path and line; those of tests where there are no others."""
        if self._found is None:
            found: list[App] = []
            for path in self._mentions.paths("app"):
                module = self._origins.evaluator.modules.at(path)
                if module is not None:
                    found += self._in_module(module)
            own = [app for app in found if not app.module.is_test]
            self._found = own or found
            self._by_key = {(app.module, app.index): app for app in found}
        return self._found

    def of(self, expression: Expression) -> list[App] | None:
        """The apps that an expression may stand for; None where it is something else or unknown."""
        found: list[App] = []
        for origin in self._origins.of(expression):
            app = self.at(origin)
            if app is None:
                if self.is_current(origin):
                    return self.all()
                return None
            found.append(app)
        return found or None

    def at(self, origin: Origin) -> App | None:
        """The app that an origin makes."""
        self.all()
        return self._by_key.get((origin.module, origin.index)) if isinstance(origin, Expression) else None

    def is_current(self, origin: Origin) -> bool:
        """Whether an origin is the library's stand-in for whichever app is current."""
        return isinstance(origin, Library) and origin.name in _CURRENT

    def discovering(self, module: LinkedModule) -> list[App]:
        """The apps that a shared task of a module may belong to: the one, or those nearest to it in the tree."""
        every = self.all()
        if len(every) < 2:
            return every
        closest = max(_common(app.module.folder, module.folder) for app in every)
        return [app for app in every if _common(app.module.folder, module.folder) == closest]

    def _in_module(self, module: LinkedModule) -> list[App]:
        found: dict[int, App] = {}
        references = module.facts.references
        for number, function in enumerate(module.facts.functions):
            for operation in function.operations:
                if operation.deed is not Deed.CALL or operation.reference in found:
                    continue
                call = references[operation.reference]
                if not isinstance(call, model.Call) or not _may_be_class(references[call.function]):
                    continue
                for callee in self._origins.of(Expression(module, call.function)):
                    cls = self._app_class(callee)
                    if cls is not None and not self._is_client(module, number, operation.reference):
                        own = cls if isinstance(cls, Class) else None
                        found[operation.reference] = App(module, operation.reference, operation, number, own)
        return list(found.values())

    def _is_client(self, module: LinkedModule, function: int, index: int) -> bool:
        """Whether a function makes an app only to hand it to the library: to ask or tell workers something."""
        facts = module.facts
        if not function or index in facts.functions[function].returns:
            return False
        handed = False
        for reference in facts.references:
            if isinstance(reference, model.Call):
                if index in (*reference.arguments, *(place for _, place in reference.keywords)):
                    callees = list(self._origins.of(Expression(module, reference.function)))
                    if not callees or not all(isinstance(each, Library) for each in callees):
                        return False
                    handed = True
            elif isinstance(reference, model.Attribute) and reference.base == index:
                return False
        return handed

    def _app_class(self, callee: Origin) -> Class | bool | None:
        if isinstance(callee, Library):
            return True if callee.name == APP_CLASS else None
        cls = self._origins.as_class(callee) if isinstance(callee, Expression) else None
        if cls is None:
            return None
        line = self._origins.evaluator.ancestry.of(cls)
        return cls if any(isinstance(each, External) and each.name == APP_CLASS for each in line) else None


def _common(first: str, second: str) -> int:
    """How many folders two places share."""
    shared = os.path.commonpath((first, second)) if first[:1] == second[:1] else ""
    return shared.count(os.sep)


def _may_be_class(callee: model.AnyReference) -> bool:
    """Whether a callee may be an app's class: a plain name, or an attribute named like a class."""
    if isinstance(callee, model.Attribute):
        return callee.name[:1].isupper()
    return isinstance(callee, (model.Name, model.Imported, model.ClassHere))
