"""Annotations: objects of which classes a type expression admits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.modules import function_bindings
from concurrency_lint.project.subclasses import MOST_SUBCLASSES
from concurrency_lint.project.type_arguments import TypeArguments
from concurrency_lint.project.values import (
    UNKNOWN_VALUES,
    Class,
    External,
    ExternalInstance,
    Holding,
    Instance,
    ModuleValue,
    Value,
    Values,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_UNION_METHOD = "__or__"


class Annotations:
    """Reads annotations structurally, following aliases to where they are written."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self.type_arguments = TypeArguments(evaluator)
        self._open: set[tuple[LinkedModule, int]] = set()
        self._cyclic = False

    def instances(self, module: LinkedModule, index: int) -> Values:
        """What something annotated so may be; unknown where the annotation says nothing."""
        if not index:
            return UNKNOWN_VALUES
        remembered = module.annotated.get(index)
        if remembered is not None:
            return remembered
        key = (module, index)
        if key in self._open:
            self._cyclic = True
            return ()
        self._open.add(key)
        found = self._read(module, index) or UNKNOWN_VALUES
        self._open.discard(key)
        if not self._cyclic and not self._evaluator.in_cycle:
            module.annotated[index] = found
        if not self._open:
            self._cyclic = False
        return found

    def metadata(
        self, module: LinkedModule, index: int, seen: tuple[tuple[LinkedModule, int], ...] = ()
    ) -> list[tuple[LinkedModule, int]]:
        """What stands behind the type in `Annotated[...]`, also through an alias: modules and references."""
        reference = module.facts.references[index]
        if isinstance(reference, model.Item):
            if self._form(module, reference.base) == "annotated":
                return [(module, part) for part in _parts(module, reference.index)[1:]]
            return []
        if isinstance(reference, (model.Name, model.Imported, model.Declared)):
            seen = (*seen, (module, index))
            places = [place for place in self._definitions(module, reference) if place not in seen]
            return [found for place in places for found in self.metadata(*place, seen)]
        return []

    def means(self, module: LinkedModule, index: int) -> str | None:
        """The typing construct that an annotation is, or is a parametrised form of."""
        reference = module.facts.references[index]
        return self._form(module, reference.base if isinstance(reference, model.Item) else index)

    def definitions(self, module: LinkedModule, index: int) -> list[tuple[LinkedModule, int]]:
        """Where what an annotation names is assigned."""
        return self._definitions(module, module.facts.references[index])

    def _read(self, module: LinkedModule, index: int) -> Values:
        reference = module.facts.references[index]
        if isinstance(reference, (model.Const, model.Unknown)):
            return ()
        if isinstance(reference, model.OneOf):
            return union(*[self.instances(module, option) for option in reference.options])
        if isinstance(reference, model.Binary) and reference.method == _UNION_METHOD:
            return union(self.instances(module, reference.left), self.instances(module, reference.right))
        if isinstance(reference, model.Item):
            return self._generic(module, reference)
        if isinstance(reference, model.Call):
            return self._new_type(module, reference)
        if isinstance(reference, model.ClassHere):
            return (self._evaluator.instance(self._evaluator.make.make(Class, module, reference.class_, None)),)
        places = self._definitions(module, reference)
        if places:
            return union(*[self.instances(*place) for place in places])
        values = self._evaluator.values(module, index, None)
        return union(*[self.named(value) for value in values])

    def named(self, value: Value) -> Values:
        """What something of the type that a value names may be."""
        if isinstance(value, Class):
            return (self._evaluator.instance(value),)
        if isinstance(value, External):
            form = self._evaluator.catalogue.form(value.name)
            if form is not None:
                if form.means in ("sequence", "iterator"):
                    return (self._evaluator.container("list", UNKNOWN_VALUES),)
                if form.means == "mapping":
                    return (self._evaluator.container("dict", UNKNOWN_VALUES, None, (UNKNOWN_VALUES,)),)
                return UNKNOWN_VALUES
            if value.name in _BUILTIN_CONTAINERS:
                return (self._evaluator.container(value.name.rpartition(".")[2], UNKNOWN_VALUES),)
            if value.name.startswith("builtins."):
                return UNKNOWN_VALUES
            return (self._evaluator.external_instance(value.name),)
        return UNKNOWN_VALUES

    def _generic(self, module: LinkedModule, reference: model.Item) -> Values:
        evaluator = self._evaluator
        parts = _parts(module, reference.index)

        def part(position: int) -> Values:
            return self.instances(module, parts[position]) if position < len(parts) else UNKNOWN_VALUES

        means = self._form(module, reference.base)
        if means is None:
            found = [
                self.type_arguments.given(value, part, len(parts)) for value in self.instances(module, reference.base)
            ]
            return tuple(found)
        if means in ("optional", "union"):
            return union(*[part(position) for position in range(len(parts))])
        if means in ("annotated", "transparent"):
            return part(0)
        if means == "sequence":
            return (evaluator.container("list", part(0)),)
        if means == "iterator":
            return (evaluator.container("iterator", part(0)),)
        if means == "tuple":
            variadic = len(parts) == 2 and isinstance(module.facts.references[parts[1]], model.Const)
            items = tuple(part(position) for position in range(len(parts)))
            elements = part(0) if variadic else union(*items)
            return (evaluator.container("tuple", elements, None if variadic else items),)
        if means == "mapping":
            return (evaluator.container("dict", part(1), None, (part(0),)),)
        if means == "awaitable":
            return (evaluator.make.make(Holding, "awaitable", part(len(parts) - 1)),)
        if means == "context":
            return (evaluator.make.make(Holding, "context", part(0)),)
        if means == "type":
            return union(*[_classes_of(evaluator, value) for value in part(0)])
        return UNKNOWN_VALUES

    def _form(self, module: LinkedModule, index: int) -> str | None:
        for value in self._evaluator.values(module, index, None):
            if isinstance(value, External):
                form = self._evaluator.catalogue.form(value.name)
                if form is not None:
                    return form.means
                if value.name in _BUILTIN_CONTAINERS:
                    return _BUILTIN_CONTAINERS[value.name]
        return None

    def _new_type(self, module: LinkedModule, reference: model.Call) -> Values:
        means = self._form(module, reference.function)
        if means == "newtype" and len(reference.arguments) > 1:
            return self.instances(module, reference.arguments[1])
        if means == "typevar":
            bounds = [index for word, index in reference.keywords if word == "bound"]
            constraints = list(reference.arguments[1:])
            return union(*[self.instances(module, index) for index in bounds + constraints])
        return UNKNOWN_VALUES

    def _definitions(self, module: LinkedModule, reference: model.AnyReference) -> list[tuple[LinkedModule, int]]:
        """Where a name that stands for a type is assigned: aliases, classes, type variables."""
        evaluator = self._evaluator
        if isinstance(reference, model.Name):
            bindings = function_bindings(module.facts, reference.scope, reference.name)
            if bindings is None:
                return self._in_module(module, reference.name)
            return [(module, index) for index in bindings]
        if isinstance(reference, model.Imported) and reference.name:
            target = evaluator.modules.imported(module, reference.level, reference.module)
            if target is not None and target.module is not None:
                return self._in_module(target.module, reference.name)
            return []
        if isinstance(reference, model.Attribute):
            for base in evaluator.values(module, reference.base, None):
                if isinstance(base, ModuleValue) and base.module is not None:
                    return self._in_module(base.module, reference.name)
        if isinstance(reference, model.Declared) and reference.value:
            return [(module, reference.value)]
        return []

    def _in_module(self, module: LinkedModule, name: str) -> list[tuple[LinkedModule, int]]:
        bindings = module.facts.scopes[0].bindings.get(name)
        if bindings is not None:
            return [(module, index) for index in bindings]
        for level, dotted in module.facts.star_imports:
            target = self._evaluator.modules.imported(module, level, dotted)
            if target is not None and target.module is not None and target.module is not module:
                found = target.module.facts.scopes[0].bindings.get(name)
                if found is not None:
                    return [(target.module, index) for index in found]
        return []


_BUILTIN_CONTAINERS = {
    "builtins.list": "sequence",
    "builtins.set": "sequence",
    "builtins.frozenset": "sequence",
    "builtins.dict": "mapping",
    "builtins.tuple": "tuple",
    "builtins.type": "type",
}


def _parts(module: LinkedModule, index: int) -> list[int]:
    reference = module.facts.references[index]
    if isinstance(reference, model.Collection) and reference.kind in ("tuple", "list"):
        return list(reference.items)
    return [index]


def _classes_of(evaluator: Evaluator, value: Value) -> Values:
    """A class, and the few that derive from it: `type[Job]` may be any of them."""
    if isinstance(value, Instance):
        subclasses = evaluator.subclasses.of(value.cls)
        return (value.cls, *subclasses) if len(subclasses) <= MOST_SUBCLASSES else (value.cls,)
    return (evaluator.external(value.name),) if isinstance(value, ExternalInstance) else UNKNOWN_VALUES
