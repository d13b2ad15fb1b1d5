"""The state of one walk: the tables it fills, the scope it is in, and what each local name holds at this point."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from concurrency_lint.facts.model import (
    UNKNOWN,
    AnyReference,
    Attribute,
    Call,
    ClassFact,
    Collection,
    Deed,
    FunctionFact,
    FunctionHere,
    Imported,
    Layout,
    Mapping,
    Name,
    OneOf,
    Operation,
    Parameter,
    ParameterFact,
    Reference,
    Region,
    RegionKind,
    ScopeFact,
    Unknown,
)

ExpressionHandlers = dict[type[ast.expr], Callable[..., int]]
StatementHandlers = dict[type[ast.stmt], Callable[..., None]]
Environment = dict[str, int]
"""What each local name holds at one point of the walk: name to reference."""

_MOST_OPTIONS = 12
_CALL = Deed.CALL  # Looking up a member of an enum takes as long as noting an operation.


class Walk:
    """Tables and position. The handlers of expressions and statements read and move it; nothing else does."""

    def __init__(self, expressions: ExpressionHandlers, statements: StatementHandlers) -> None:
        self.expressions = expressions
        self.statements = statements
        self.references: list[AnyReference] = []
        self.scopes: list[ScopeFact] = []
        self.functions: list[FunctionFact] = []
        self.classes: list[ClassFact] = []
        self.star_imports: list[tuple[int, str]] = []
        self.exported: list[str] | None = None
        self.environment: Environment = {}
        self.alive = True
        """Whether this point can be reached: what stands behind a `return` records nothing."""
        self.scope = -1
        self.function = 0
        self.class_ = -1
        """Index of the class whose body is being walked directly, or -1."""
        self.region = -1
        self.jumps: list[list[Environment]] = []
        """One list for each open loop: the environments at its `break` and `continue`."""
        self.asked: dict[int, list[ast.expr]] = {}
        """For each function, the tests of its `if` statements so far."""
        self.attribute_writes: list[tuple[int, str, int]] = []
        self.number_writes: list[tuple[int, str, int]] = []
        self.layout: Layout | None = None
        self.choices = 0
        """How many choices are open in this function, where the layout is noted."""
        self.elsewhere: dict[str, list[int]] = {}
        """What functions give to module-level names: by `global`, or by putting it into a container."""
        self._table: dict[Reference, int] = {}
        self._parameters: dict[int, ParameterFact] = {}
        self._seen: set[tuple[int, Deed, int, str]] = set()
        self.intern(Unknown())

    def expression(self, node: ast.expr) -> int:
        """Walk one expression; gives the index of its reference."""
        return self.expressions[type(node)](self, node)

    def block(self, body: list[ast.stmt]) -> None:
        """Walk statements in order. What an early return rules out for the rest of the block ends with the block."""
        region, handlers = self.region, self.statements
        for statement in body:
            handlers[type(statement)](self, statement)
        self.region = region

    def intern(self, reference: AnyReference) -> int:
        """The index of `reference`, added to the table if it is new."""
        following = len(self.references)
        index = self._table.setdefault(reference, following)
        if index == following:
            self.references.append(reference)
        return index

    def use(self, reference: int) -> int:
        """Note that what runs depends on `reference`, and give it back."""
        if reference in self._parameters:
            self._parameters[reference].relevant = True
        return reference

    def use_all(self, references: Iterable[int]) -> None:
        """Note that what runs depends on all of these."""
        parameters = self._parameters
        for reference in references:
            if reference in parameters:
                parameters[reference].relevant = True

    def one_of(self, options: Iterable[int]) -> int:
        """A reference to any of `options`."""
        flat: dict[int, None] = {}
        for option in options:
            reference = self.references[option]
            if isinstance(reference, OneOf):
                flat.update(dict.fromkeys(reference.options))
            else:
                flat[self.use(option)] = None
        if len(flat) == 1:
            return next(iter(flat))
        return self.intern(OneOf(tuple(flat)[:_MOST_OPTIONS]))

    def record(self, deed: Deed, reference: int, node: ast.expr, *, awaited: bool = False, method: str = "") -> None:
        """Note that the current function does `deed` here. Repeats other than calls are noted once a function."""
        if not self.alive:
            return
        if deed is not _CALL:
            key = (self.function, deed, reference, method)
            if key in self._seen:
                return
            self._seen.add(key)
        if reference in self._parameters:
            self._parameters[reference].relevant = True
        self.functions[self.function].operations.append(
            Operation(
                deed,
                reference,
                node.lineno,
                node.col_offset,
                (node.end_lineno or node.lineno) - node.lineno,
                node.end_col_offset or node.col_offset,
                self.region,
                awaited,
                method,
            )
        )

    def bind(self, name: str, reference: int) -> None:
        """Assign to a name of the current scope, or to the outer one that a `global` statement names."""
        scope = self.scopes[self.scope]
        if name in scope.global_names:
            self.add_to_module(name, reference)
        else:
            bindings = scope.bindings
            if name in bindings:
                bindings[name].append(reference)
            else:
                bindings[name] = [reference]
        self.environment[name] = reference

    def add_to_module(self, name: str, reference: int) -> None:
        """Give a module-level name a further value, from inside a function."""
        self.elsewhere.setdefault(name, []).append(self.use(reference))
        self.scopes[0].bindings.setdefault(name, [])

    def declare_parameter(self, parameter: ParameterFact, function: int, position: int) -> None:
        """Make a parameter's name known inside its function."""
        reference = self.intern(Parameter(function, position))
        self._parameters[reference] = parameter
        self.bind(parameter.name, reference)

    def suspend(self) -> None:
        """Note an `await` (or its like) in every block that is open here."""
        if not self.alive:
            return
        regions = self.functions[self.function].regions
        index = self.region
        while index >= 0 and not regions[index].awaits:
            regions[index].awaits = True
            index = regions[index].parent

    def open_region(self, kind: RegionKind, subject: int = UNKNOWN) -> None:
        """Enter a block; the caller puts `region` back."""
        regions = self.functions[self.function].regions
        regions.append(Region(kind, self.region, subject))
        self.region = len(regions) - 1

    def merge(self, environments: list[Environment]) -> Environment:
        """What names hold where several ways meet."""
        first, *others = environments
        merged = dict(first)
        for other in others:
            if other is first:
                continue
            for name, reference in other.items():
                known = merged.get(name)
                if known is None:
                    merged[name] = reference
                elif known != reference:
                    merged[name] = self.one_of((known, reference))
        return merged

    def peek(self, node: ast.expr) -> int:
        """The reference of a plain or dotted name, without recording that it is read; unknown for anything else."""
        if type(node) is ast.Name:
            return self.environment.get(node.id) or self.intern(Name(self.scope, node.id))
        if type(node) is ast.Attribute:
            base = self.peek(node.value)
            return self.intern(Attribute(base, node.attr)) if base else UNKNOWN
        return UNKNOWN

    def instance_owner(self, reference: int) -> ClassFact | None:
        """The class whose instance (or itself) `reference` is, where it is `self` or `cls` of an enclosing method."""
        target = self.references[reference]
        if isinstance(target, Parameter):
            if target.position != 0:
                return None
            function: FunctionFact | None = self.functions[target.function]
        elif isinstance(target, Name):
            function = self._enclosing_method(target)
        else:
            return None
        if function is None or function.owner < 0 or self.is_static(function):
            return None
        return self.classes[function.owner]

    def _enclosing_method(self, name: Name) -> FunctionFact | None:
        index = self.functions[self.scopes[name.scope].function].enclosing
        while index:
            function = self.functions[index]
            if function.parameters and function.parameters[0].name == name.name:
                return function
            index = function.enclosing
        return None

    def is_static(self, function: FunctionFact) -> bool:
        """Whether a `@staticmethod` decorator stands on it (the builtin, seen by name only)."""
        return any(
            isinstance(decorator := self.references[index], Name) and decorator.name == "staticmethod"
            for index in function.decorators
        )

    def switch_on(self, reference: int) -> bool:
        """Note that a branch depends on `reference`; whether it is a parameter, so that a call may tell."""
        known = self.references[reference]
        options = known.options if isinstance(known, OneOf) else (reference,)
        parameters = [self._parameters[option] for option in options if option in self._parameters]
        for parameter in parameters:
            parameter.switch = parameter.relevant = True
        return bool(parameters)

    def mark_captured(self) -> None:
        """Mark the parameters that inner functions read: their values matter to what those run."""
        for reference in self.references:
            if type(reference) is Name and reference.scope > 0:
                scope = self.scopes[self.scopes[reference.scope].parent]
                while scope.parent >= 0:
                    for bound in scope.bindings.get(reference.name, ()):
                        self.use(bound)
                    scope = self.scopes[scope.parent]


TRACKED_VALUES = (FunctionHere, Name, Call, Imported, Parameter, Collection, Mapping)
"""References worth remembering when they are put into a container."""
