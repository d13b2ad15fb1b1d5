"""Which functions of a module answer HTTP requests, by decorators, registrations, base classes and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.roles import Roles
from concurrency_lint.catalogue.roles_schema import Route as Role
from concurrency_lint.facts import model
from concurrency_lint.facts.model import FunctionFact
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.practices.origins import Origins, Place
from concurrency_lint.project.practices.usage import Uses
from concurrency_lint.project.values import Class, External, functions_in

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule


_OTHER_HOOKS = {"exc", "exception", "error", "err", "call_next", "get_response"}
"""Parameters of what is called with a request, too: exception handlers and middleware."""


class Route(NamedTuple):
    """A handler: its function, and the decorator or call that makes it one, where there is one."""

    module: LinkedModule
    function: int
    role: Role
    declared_by: int

    @property
    def fact(self) -> FunctionFact:
        return self.module.facts.functions[self.function]

    @property
    def declaration(self) -> Place:
        return Place(self.module, self.declared_by)


class Routes:
    """Finds handlers; each module is looked at once."""

    def __init__(self, evaluator: Evaluator, roles: Roles, uses: Uses, origins: Origins) -> None:
        self._evaluator, self._roles, self._uses, self._origins = evaluator, roles, uses, origins
        self._known: dict[LinkedModule, dict[int, Route]] = {}

    def of(self, module: LinkedModule) -> dict[int, Route]:
        """The handlers of a module by function."""
        found = self._known.get(module)
        if found is None:
            found = self._known[module] = {}
            if not module.is_test:
                self._decorated(module, found)
                self._registered(module, found)
                self._methods(module, found)
                self._returning(module, found)
        return found

    def _decorated(self, module: LinkedModule, found: dict[int, Route]) -> None:
        for index, fact in enumerate(module.facts.functions):
            for decorator in fact.decorators:
                reference = module.facts.references[decorator]
                target = reference.function if isinstance(reference, model.Call) else decorator
                for value in self._evaluator.values(module, target, None):
                    role = self._uses.role_of(value, Role)
                    if role is not None and role.form == "decorator":
                        found.setdefault(index, Route(module, index, role, decorator))

    def _registered(self, module: LinkedModule, found: dict[int, Route]) -> None:
        for use in self._uses.of(module, Role):
            role = use.role
            assert isinstance(role, Role)
            if role.form != "call" or role.handler is None:
                continue
            arguments = Arguments(self._evaluator, module, use.call, None)
            for value in arguments.get(role.handler.position, role.handler.argument) or ():
                for function in functions_in(value):
                    if function.module is module:
                        found.setdefault(function.index, Route(module, function.index, role, use.operation.reference))

    def _methods(self, module: LinkedModule, found: dict[int, Route]) -> None:
        for index, fact in enumerate(module.facts.classes):
            if not fact.bases:
                continue
            cls = self._evaluator.make.make(Class, module, index, None)
            for ancestor in self._evaluator.ancestry.of(cls):
                role = self._roles.of(Role, ancestor.name) if isinstance(ancestor, External) else None
                if role is None or role.form != "subclass":
                    continue
                for name in role.methods:
                    for reference in fact.members.get(name, ()):
                        target = module.facts.references[reference]
                        if isinstance(target, model.FunctionHere):
                            found.setdefault(target.function, Route(module, target.function, role, model.UNKNOWN))

    def _returning(self, module: LinkedModule, found: dict[int, Route]) -> None:
        """Functions of a request that return a response: how a URL leads to them stands in another module."""
        for index, fact in enumerate(module.facts.functions):
            parameters = [p.name for p in fact.parameters if p.name not in ("self", "cls")]
            if index in found or not parameters or fact.name == "<lambda>" or fact.enclosing or not fact.returns:
                continue
            if parameters[0] != "request" or fact.owner >= 0 or fact.name.startswith("_"):
                continue
            if not _OTHER_HOOKS.isdisjoint(parameters):
                continue
            for value in self._evaluator.all_values(module, fact.returns, None):
                name = getattr(value, "name", None)
                role = self._roles.of(Role, name) if isinstance(name, str) else None
                if role is not None and role.form == "returns" and role.parameter == parameters[0]:
                    found[index] = Route(module, index, role, model.UNKNOWN)
                    break
