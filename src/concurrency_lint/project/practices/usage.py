"""Where a module uses names that play a role: its calls, each with the role and what it is called on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from concurrency_lint.catalogue.roles import Roles
from concurrency_lint.catalogue.roles_schema import Role
from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, FunctionFact, Operation
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.values import Bound, Class, External, Partial, Value

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

AnyRole = TypeVar("AnyRole", bound=Role)


class Use(NamedTuple):
    """A call that plays a role: in which function, what it is called on, and the canonical name."""

    module: LinkedModule
    function: int
    operation: Operation
    role: Role
    name: str
    receiver: Value | None

    @property
    def fact(self) -> FunctionFact:
        return self.module.facts.functions[self.function]

    @property
    def place(self) -> Place:
        return Place(self.module, self.operation.reference)

    @property
    def call(self) -> model.Call:
        reference = self.module.facts.references[self.operation.reference]
        assert isinstance(reference, model.Call)
        return reference


class Uses:
    """The uses of modules, each module looked through once for all roles."""

    def __init__(self, evaluator: Evaluator, roles: Roles) -> None:
        self._evaluator, self._roles = evaluator, roles
        self._known: dict[LinkedModule, dict[type, list[Use]]] = {}

    def of(self, module: LinkedModule, role: type[Role]) -> list[Use]:
        """The calls of a module that play this role, in order of the source within each function."""
        found = self._known.get(module)
        if found is None:
            found = {}
            for use in self._all(module):
                found.setdefault(type(use.role), []).append(use)
            self._known[module] = found
        return found.get(role, [])

    def role_of(self, value: Value, role: type[AnyRole]) -> AnyRole | None:
        """The role of what a value is: a name, a bound method, a class that derives from one."""
        return next((found for name in self.names_of(value) if (found := self._roles.of(role, name))), None)

    def names_of(self, value: Value) -> list[str]:
        """The canonical names by which the catalogue may know a callable."""
        while isinstance(value, (Bound, Partial)):
            value = value.function
        if isinstance(value, External):
            return [value.name]
        if isinstance(value, Class):
            return [each.name for each in self._evaluator.ancestry.of(value) if isinstance(each, External)]
        return []

    def _all(self, module: LinkedModule) -> Iterator[Use]:
        roots = {
            reference.module.partition(".")[0]
            for reference in module.facts.references
            if isinstance(reference, model.Imported)
        }
        names = {
            name for name, needed in self._roles.scanned_names.items() if not needed or not needed.isdisjoint(roots)
        }
        renamed = {
            bound: name
            for bound, indices in module.facts.scopes[0].bindings.items()
            for index in indices
            if (name := _imported_name(module, index)) and name in names
        }
        own_classes = {fact.name for fact in module.facts.classes if fact.bases}
        for function, fact in enumerate(module.facts.functions):
            for operation in fact.operations:
                if operation.deed is Deed.CALL:
                    call = module.facts.references[operation.reference]
                    assert isinstance(call, model.Call)
                    last = _last_name(module, call.function)
                    if last in names or last in renamed or last in own_classes:
                        yield from self._uses(module, function, operation, call)

    def _uses(self, module: LinkedModule, function: int, operation: Operation, call: model.Call) -> Iterator[Use]:
        seen: set[tuple[type, str]] = set()
        for callee in self._evaluator.values(module, call.function, None):
            receiver = callee.receiver if isinstance(callee, Bound) else None
            for name in self.names_of(callee):
                for kind in self._roles.called_names.get(name.rpartition(".")[2], ()):
                    role = self._roles.of(kind, name)
                    if role is not None and (kind, name) not in seen:
                        seen.add((kind, name))
                        yield Use(module, function, operation, role, name, receiver)


def _last_name(module: LinkedModule, index: int) -> str:
    reference = module.facts.references[index]
    if isinstance(reference, (model.Attribute, model.Name)):
        return reference.name
    if isinstance(reference, model.ClassHere):
        return module.facts.classes[reference.class_].name
    return _imported_name(module, index)


def _imported_name(module: LinkedModule, index: int) -> str:
    reference = module.facts.references[index]
    if isinstance(reference, model.Imported):
        return reference.name or reference.module.rpartition(".")[2]
    return ""


def used_references(module: LinkedModule) -> set[int]:
    """The references of a module that are awaited or passed on."""
    used: set[int] = set()
    for reference in module.facts.references:
        if type(reference) is model.Call:
            used.update(reference.arguments)
            used.update(index for _, index in reference.keywords)
        elif type(reference) is model.Awaited:
            used.add(reference.base)
    return used
