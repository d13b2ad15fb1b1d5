"""From references to values: what an expression of a module may be, worked out on demand and remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from concurrency_lint.catalogue.lookup import Catalogue
from concurrency_lint.facts import model
from concurrency_lint.project.ancestry import Ancestry
from concurrency_lint.project.annotations import Annotations
from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.branches import Branches
from concurrency_lint.project.decorators import Decorators
from concurrency_lint.project.externals import Externals
from concurrency_lint.project.frames import Frame, Interner, Unfinished, captured
from concurrency_lint.project.invocation import Invocation
from concurrency_lint.project.members import Members
from concurrency_lint.project.modules import LinkedModule, Modules, function_bindings
from concurrency_lint.project.names import Names
from concurrency_lint.project.namespaces import Namespaces
from concurrency_lint.project.narrowing import Narrowing
from concurrency_lint.project.outside_writes import OutsideWrites
from concurrency_lint.project.parameters import Parameters
from concurrency_lint.project.parts import Parts
from concurrency_lint.project.registries import Registries
from concurrency_lint.project.subclasses import Subclasses
from concurrency_lint.project.values import (
    ANYTHING,
    UNKNOWN_VALUES,
    Class,
    Constant,
    Container,
    External,
    ExternalInstance,
    Function,
    Instance,
    Values,
    deepest,
    known,
    settled,
    telling,
    union,
)

_Place = list[Values | Unfinished | None] | dict[int, Values | Unfinished | None]
_DEEPEST = 250
_DEEPEST_CONTAINER = 4


class Evaluator:
    """Evaluates references. Answers do not depend on what was asked before: see `values`."""

    def __init__(self, modules: Modules, catalogue: Catalogue, subclasses: Subclasses) -> None:
        self.modules, self.catalogue, self.subclasses = modules, catalogue, subclasses
        self.make = Interner()
        self.annotations = Annotations(self)
        self.names = Names(self)
        self.ancestry = Ancestry(self)
        self.branches = Branches(self)
        self.externals = Externals(self)
        self.members = Members(self)
        self.parameters = Parameters(self)
        self.parts = Parts(self)
        self.decorators = Decorators(self)
        self.narrowing = Narrowing(self)
        self.invocation = Invocation(self)
        self.registries = Registries(self)
        self.namespaces = Namespaces(self)
        self.outside = OutsideWrites(self)
        self._shared: dict[Values, Values] = {}
        self._depth = 0
        self._lowest = _NO_CYCLE
        self._provisional: list[tuple[_Place, int, Unfinished]] = []
        self._handlers: dict[type, Callable[[LinkedModule, Any, Frame | None], Values]] = {
            model.Unknown: lambda module, reference, frame: UNKNOWN_VALUES,
            model.Const: self._const,
            model.Name: self._name,
            model.OneOf: self._one_of,
            model.Attribute: self._attribute,
            model.Call: self._call,
            model.Item: self._item,
            model.Element: self._element,
            model.Unpacked: self._unpacked,
            model.Entered: self._entered,
            model.Awaited: self._awaited,
            model.Parameter: self._parameter,
            model.FunctionHere: self._function,
            model.ClassHere: self._class,
            model.Imported: self._imported,
            model.Collection: self._collection,
            model.Mapping: self._mapping,
            model.Binary: self._binary,
            model.Declared: self._declared,
            model.Narrowed: self._narrowed,
            model.Starred: self._starred,
            model.Yielded: lambda module, reference, frame: UNKNOWN_VALUES,
        }

    def values(self, module: LinkedModule, index: int, frame: Frame | None) -> Values:
        """What reference `index` of `module` may be in `frame`.

        A reference met again while it is being worked out adds nothing. What was worked out under that assumption
        is kept only until the outermost reference of the cycle is done, so that the order of questions does not
        change an answer.
        """
        if frame is not None:
            frame = module.narrowed(frame, index)
        remembered = module.values[index] if frame is None else frame.values.get(index)
        if remembered is not None:
            if isinstance(remembered, tuple):
                return remembered
            if remembered.lowest < self._lowest:
                self._lowest = remembered.lowest
            return remembered.values
        depth = self._depth
        if depth >= _DEEPEST:
            self._lowest = -1
            return UNKNOWN_VALUES
        outer, self._lowest = self._lowest, _NO_CYCLE
        self._depth = depth + 1
        place: _Place = module.values if frame is None else frame.values
        unfinished = place[index] = Unfinished(depth)
        reference = module.facts.references[index]
        result = self._handlers[type(reference)](module, reference, frame)
        self._depth = depth
        lowest = self._lowest
        if lowest >= depth or depth == 0:
            result = place[index] = self._shared.setdefault(result, result)
            if lowest <= depth:
                self._forget_provisional(depth)
            self._lowest = outer
        else:
            unfinished.values, unfinished.lowest = result, lowest
            self._provisional.append((place, index, unfinished))
            if outer < lowest:
                self._lowest = outer
        return result

    @property
    def in_cycle(self) -> bool:
        """Whether the answer just worked out leaned on a reference that is still being worked out."""
        return self._lowest != _NO_CYCLE

    def _forget_provisional(self, depth: int) -> None:
        """Drop what was worked out inside a cycle whose outermost reference, at `depth`, is done."""
        kept = []
        for provisional in self._provisional:
            place, index, unfinished = provisional
            if depth and unfinished.lowest < depth:
                kept.append(provisional)
            elif place[index] is unfinished:
                place[index] = None
        self._provisional = kept

    def all_values(self, module: LinkedModule, indices: Sequence[int], frame: Frame | None) -> Values:
        """What any of several references may be."""
        if len(indices) == 1:
            return self.values(module, indices[0], frame)
        return union(*[self.values(module, index, frame) for index in indices])

    def typed(self, module: LinkedModule, value: int, annotation: int, frame: Frame | None) -> Values:
        """What was assigned where that is fully known, else what the annotation declares beside it."""
        assigned = self.values(module, value, frame) if value else ()
        if not annotation or settled(assigned):
            if annotation and isinstance(module.facts.references[annotation], model.Item):
                return self.annotations.type_arguments.fuller(assigned, module, annotation)
            return assigned or UNKNOWN_VALUES
        declared = self.annotations.instances(module, annotation)
        if known(declared):
            return union(known(assigned), declared)
        return union(assigned, UNKNOWN_VALUES)

    def external(self, name: str) -> External:
        """A library's name."""
        return self.make.make(External, self.catalogue.canonical(name))

    def external_instance(self, name: str) -> ExternalInstance:
        """An object of a library's class."""
        return self.make.make(ExternalInstance, self.catalogue.canonical(name))

    def container(
        self, kind: str, elements: Values, items: tuple[Values, ...] | None = None, keys: tuple[Values, ...] = ()
    ) -> Container:
        """A container of the given elements. Plain data, and what is nested too deeply, is not told apart."""
        if deepest(elements, *(items or ()), *keys) >= _DEEPEST_CONTAINER:
            elements, items, keys = UNKNOWN_VALUES, None, (UNKNOWN_VALUES,) if keys else ()
        elif not telling(elements):
            elements, items = UNKNOWN_VALUES, None
            keys = tuple(telling(key) or UNKNOWN_VALUES for key in keys)
        return self.make.make(Container, kind, elements, items, keys)

    def instance(self, cls: Class, *, exact: bool = False, frame: Frame | None = None) -> Instance:
        """An object of a project class."""
        return self.make.make(Instance, cls, exact, frame)

    def _const(self, module: LinkedModule, reference: model.Const, frame: Frame | None) -> Values:
        return (self.make.make(Constant, reference.kind, reference.value),)

    def _name(self, module: LinkedModule, reference: model.Name, frame: Frame | None) -> Values:
        bindings = function_bindings(module.facts, reference.scope, reference.name)
        if bindings is not None:
            return self.all_values(module, bindings, frame) or UNKNOWN_VALUES
        found = self.names.of_module(module, reference.name)
        if found is not None:
            return found or UNKNOWN_VALUES
        return (self.external(f"builtins.{reference.name}"),)

    def _one_of(self, module: LinkedModule, reference: model.OneOf, frame: Frame | None) -> Values:
        return self.all_values(module, reference.options, frame)

    def _attribute(self, module: LinkedModule, reference: model.Attribute, frame: Frame | None) -> Values:
        return self.members.of_all(self.values(module, reference.base, frame), reference.name)

    def _call(self, module: LinkedModule, reference: model.Call, frame: Frame | None) -> Values:
        callees = self.values(module, reference.function, frame)
        if callees == UNKNOWN_VALUES:
            return callees
        arguments = Arguments(self, module, reference, frame)
        if len(callees) == 1:
            return self.invocation.result(callees[0], arguments)
        return union(*[self.invocation.result(callee, arguments) for callee in callees])

    def _item(self, module: LinkedModule, reference: model.Item, frame: Frame | None) -> Values:
        index = self.values(module, reference.index, frame)
        found = self.parts.item(self.values(module, reference.base, frame), index)
        return found if known(found) else self.namespaces.item(module, reference.base, index) or found

    def _element(self, module: LinkedModule, reference: model.Element, frame: Frame | None) -> Values:
        return self.parts.element(self.values(module, reference.base, frame), asynchronous=reference.asynchronous)

    def _starred(self, module: LinkedModule, reference: model.Starred, frame: Frame | None) -> Values:
        return self.parts.element(self.values(module, reference.base, frame), asynchronous=False)

    def _unpacked(self, module: LinkedModule, reference: model.Unpacked, frame: Frame | None) -> Values:
        return self.parts.unpacked(self.values(module, reference.base, frame), reference.position)

    def _entered(self, module: LinkedModule, reference: model.Entered, frame: Frame | None) -> Values:
        return self.parts.entered(self.values(module, reference.base, frame), asynchronous=reference.asynchronous)

    def _awaited(self, module: LinkedModule, reference: model.Awaited, frame: Frame | None) -> Values:
        return self.parts.awaited(self.values(module, reference.base, frame))

    def _parameter(self, module: LinkedModule, reference: model.Parameter, frame: Frame | None) -> Values:
        return self.parameters.values(module, reference.function, reference.position, frame)

    def _function(self, module: LinkedModule, reference: model.FunctionHere, frame: Frame | None) -> Values:
        fact = module.facts.functions[reference.function]
        around = captured(module, fact.enclosing, frame)
        function = self.make.make(Function, module, reference.function, around)
        return self.decorators.apply(function, around)

    def _class(self, module: LinkedModule, reference: model.ClassHere, frame: Frame | None) -> Values:
        fact = module.facts.classes[reference.class_]
        return (self.make.make(Class, module, reference.class_, captured(module, fact.enclosing, frame)),)

    def _imported(self, module: LinkedModule, reference: model.Imported, frame: Frame | None) -> Values:
        target = self.modules.imported(module, reference.level, reference.module)
        if target is None:
            if reference.level:
                return UNKNOWN_VALUES
            dotted = f"{reference.module}.{reference.name}" if reference.name else reference.module
            return self.externals.attribute(dotted) or (self.external(dotted),)
        if not reference.name:
            return (target,)
        return self.names.member(target, reference.name)

    def _collection(self, module: LinkedModule, reference: model.Collection, frame: Frame | None) -> Values:
        items = [self.registries.content(module, item, frame) for item in reference.items]
        plain = not any(isinstance(module.facts.references[item], model.Starred) for item in reference.items)
        exact = tuple(items) if plain and reference.kind in ("tuple", "list") else None
        return (self.container(reference.kind, union(*items), exact),)

    def _mapping(self, module: LinkedModule, reference: model.Mapping, frame: Frame | None) -> Values:
        keys = tuple(self.values(module, key, frame) for key in reference.keys)
        items = tuple(self.registries.content(module, value, frame) for value in reference.values)
        return (self.container("dict", union(*items), items, keys),)

    def _binary(self, module: LinkedModule, reference: model.Binary, frame: Frame | None) -> Values:
        return self.parts.special(self.values(module, reference.left, frame), reference.method)

    def _declared(self, module: LinkedModule, reference: model.Declared, frame: Frame | None) -> Values:
        return self.typed(module, reference.value, reference.annotation, frame)

    def _narrowed(self, module: LinkedModule, reference: model.Narrowed, frame: Frame | None) -> Values:
        base = self.values(module, reference.base, frame)
        classes: list[Any] = []
        for value in self.values(module, reference.classes, frame):
            classes += value.elements if isinstance(value, Container) else (value,)
        wanted = [value for value in classes if isinstance(value, (Class, External))]
        kept = tuple(value for value in base if self.ancestry.is_instance(value, wanted) is not (not reference.holds))
        if not reference.holds:
            return kept
        certain = tuple(value for value in kept if value is not ANYTHING)
        return certain or self.narrowing.of_unknown(module, reference, wanted)


_NO_CYCLE = 1 << 30
