"""Origins: the literal expressions that an expression stands for, through names, modules, classes and calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.celery.call_arguments import CallArguments
from concurrency_lint.project.celery.expressions import Bindings, Expression, Library, Origin, ProjectModule
from concurrency_lint.project.modules import function_bindings
from concurrency_lint.project.values import Class, External, ModuleValue

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_DEEPEST = 40
_MOST = 12
_MOST_STEPS = 3000
"""Beyond this an expression is too entangled to tell anything."""


class Origins:
    """Follows expressions to where their values are written down."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self._known: dict[tuple[LinkedModule, int], tuple[Origin, ...]] = {}
        self._open: set[Expression] = set()
        self._steps = 0
        self.arguments = CallArguments(self)

    def of(self, expression: Expression) -> tuple[Origin, ...]:
        """The origins of an expression; what cannot be followed is its own origin."""
        key = (expression.module, expression.index)
        if expression.bindings is None and key in self._known:
            return self._known[key]
        if not self._open:
            self._steps = 0
        found = tuple(dict.fromkeys(self._follow(expression, 0)))[:_MOST]
        if expression.bindings is None:
            self._known[key] = found
        return found

    def named(self, module: LinkedModule, name: str) -> tuple[Origin, ...]:
        """What a module-level name stands for; empty where the module does not bind it."""
        return tuple(dict.fromkeys(self._of_name(module, name, 0, ())))

    def member(self, cls: Expression, name: str) -> tuple[Origin, ...]:
        """What a class or its bases bind to a name; the library's name where a library class may."""
        return tuple(self._of_class(cls, name, 0))

    def as_class(self, expression: Expression) -> Class | None:
        """The class that an origin is."""
        reference = expression.reference
        if isinstance(reference, model.ClassHere):
            return self.evaluator.make.make(Class, expression.module, reference.class_, None)
        return None

    def library_name(self, origin: Origin) -> str | None:
        """The canonical library name of an origin."""
        return origin.name if isinstance(origin, Library) else None

    def _follow(self, expression: Expression, depth: int) -> list[Origin]:
        """The origins, each expression followed once: one that leads back to itself stands for itself."""
        if depth > _DEEPEST or expression in self._open or self._steps > _MOST_STEPS:
            return [expression]
        key = (expression.module, expression.index)
        if expression.bindings is None and key in self._known:
            return list(self._known[key])
        self._open.add(expression)
        self._steps += 1
        try:
            found = list(dict.fromkeys(self._step(expression, depth)))[:_MOST]
        finally:
            self._open.discard(expression)
        return found

    def _step(self, expression: Expression, depth: int) -> list[Origin]:
        module, index, bindings = expression
        reference = module.facts.references[index]
        if isinstance(reference, model.Name):
            return self._name(expression, reference, depth)
        if isinstance(reference, model.OneOf):
            return self._all(module, reference.options, bindings, depth)
        if isinstance(reference, model.Declared):
            return self._follow(Expression(module, reference.value, bindings), depth + 1)
        if isinstance(reference, model.Narrowed):
            return self._follow(Expression(module, reference.base, bindings), depth + 1)
        if isinstance(reference, model.Imported):
            return self._imported(expression, reference, depth)
        if isinstance(reference, model.Attribute):
            return self._attribute(expression, reference, depth)
        if isinstance(reference, model.Parameter) and bindings is not None:
            held = bindings.find(module, reference)
            return self._follow(held, depth + 1) if isinstance(held, Expression) else [expression]
        if isinstance(reference, model.Call):
            return self._call(expression, reference, depth)
        if isinstance(reference, model.Item):
            return self._item(expression, reference, depth)
        return [expression]

    def _all(
        self, module: LinkedModule, indices: tuple[int, ...] | list[int], bindings: Bindings | None, depth: int
    ) -> list[Origin]:
        return [
            found for each in indices[:_MOST] for found in self._follow(Expression(module, each, bindings), depth + 1)
        ]

    def _name(self, expression: Expression, reference: model.Name, depth: int) -> list[Origin]:
        module = expression.module
        held = function_bindings(module.facts, reference.scope, reference.name)
        if held is not None:
            return self._all(module, held, expression.bindings, depth) or [expression]
        found = self._of_name(module, reference.name, depth, ())
        return found or [Library(f"builtins.{reference.name}")]

    def _of_name(self, module: LinkedModule, name: str, depth: int, seen: tuple[LinkedModule, ...]) -> list[Origin]:
        held = module.facts.scopes[0].bindings.get(name)
        if held is not None:
            return self._all(module, held, None, depth)
        for level, dotted in module.facts.star_imports:
            target = self.evaluator.modules.imported(module, level, dotted)
            if target is not None and target.module is not None and target.module not in seen:
                found = self._of_name(target.module, name, depth + 1, (*seen, module))
                if found:
                    return found
        return []

    def _imported(self, expression: Expression, reference: model.Imported, depth: int) -> list[Origin]:
        target = self.evaluator.modules.imported(expression.module, reference.level, reference.module)
        if target is None:
            if reference.level:
                return [expression]
            dotted = f"{reference.module}.{reference.name}" if reference.name else reference.module
            return [Library(self.evaluator.catalogue.canonical(dotted))]
        return self._of_module(target, reference.name, depth) if reference.name else [ProjectModule(target)]

    def _of_module(self, target: ModuleValue, name: str, depth: int) -> list[Origin]:
        if target.module is not None:
            found = self._of_name(target.module, name, depth + 1, ())
            if found:
                return found
        submodule = self.evaluator.modules.submodule(target, name)
        return [] if submodule is None else [ProjectModule(submodule)]

    def _attribute(self, expression: Expression, reference: model.Attribute, depth: int) -> list[Origin]:
        found: list[Origin] = []
        for base in self._follow(Expression(expression.module, reference.base, expression.bindings), depth + 1):
            if isinstance(base, Library):
                found.append(Library(self.evaluator.catalogue.canonical(f"{base.name}.{reference.name}")))
            elif isinstance(base, ProjectModule):
                found += self._of_module(base.value, reference.name, depth) or [expression]
            else:
                held = self._of_class(base, reference.name, depth) or self._of_instance(base, reference.name, depth)
                found += held or [expression]
        return found or [expression]

    def _of_class(self, base: Expression, name: str, depth: int) -> list[Origin]:
        cls = self.as_class(base)
        if cls is None:
            return []
        for ancestor in self.evaluator.ancestry.of(cls):
            if isinstance(ancestor, External):
                return [Library(f"{ancestor.name}.{name}")]
            references = ancestor.fact.members.get(name)
            if references:
                return self._all(ancestor.module, references, None, depth)
        return []

    def _of_instance(self, base: Expression, name: str, depth: int) -> list[Origin]:
        """An attribute of an object that a project class makes, or of `self` in a method."""
        reference = base.reference
        owners: list[Expression] = []
        if isinstance(reference, model.Call):
            callees = self._follow(Expression(base.module, reference.function, base.bindings), depth + 1)
            owners = [callee for callee in callees if isinstance(callee, Expression)]
        elif isinstance(reference, model.Parameter) and reference.position == 0:
            owner = base.module.facts.functions[reference.function].owner
            if owner >= 0:
                return self._of_owner(base.module, owner, name, depth)
        for each in owners:
            cls = self.as_class(each)
            if cls is not None:
                return self._of_owner(cls.module, cls.index, name, depth)
        return []

    def _of_owner(self, module: LinkedModule, index: int, name: str, depth: int) -> list[Origin]:
        cls = self.evaluator.make.make(Class, module, index, None)
        for ancestor in self.evaluator.ancestry.of(cls):
            if isinstance(ancestor, External):
                continue
            references = ancestor.fact.attributes.get(name) or ancestor.fact.members.get(name)
            if references:
                return self._all(ancestor.module, references, None, depth)
        return []

    def _item(self, expression: Expression, reference: model.Item, depth: int) -> list[Origin]:
        key = expression.module.facts.references[reference.index]
        found: list[Origin] = []
        for base in self._follow(Expression(expression.module, reference.base, expression.bindings), depth + 1):
            mapping = base.reference if isinstance(base, Expression) else None
            if isinstance(base, Expression) and isinstance(mapping, model.Mapping) and isinstance(key, model.Const):
                for held, value in zip(mapping.keys, mapping.values, strict=True):
                    if base.module.facts.references[held] == key:
                        found += self._follow(Expression(base.module, value, base.bindings), depth + 1)
        return found or [expression]

    def _call(self, expression: Expression, reference: model.Call, depth: int) -> list[Origin]:
        """A call of a project function stands for what the function returns."""
        found: list[Origin] = []
        for callee in self._follow(Expression(expression.module, reference.function, expression.bindings), depth + 1):
            function = callee.reference if isinstance(callee, Expression) else None
            if not isinstance(callee, Expression) or not isinstance(function, model.FunctionHere):
                found.append(expression)
                continue
            returned = self.returned(callee, self.arguments.bound(callee, expression), depth + 1)
            found += returned or [expression]
        return found or [expression]

    def returned(self, callee: Expression, bindings: Bindings, depth: int = 0) -> list[Origin]:
        """What a project function returns when it is called with `bindings`."""
        function = callee.reference
        assert isinstance(function, model.FunctionHere)
        fact = callee.module.facts.functions[function.function]
        if fact.asynchronous or fact.generator or depth > _DEEPEST // 2:
            return []
        return self._all(callee.module, fact.returns, bindings, depth)
