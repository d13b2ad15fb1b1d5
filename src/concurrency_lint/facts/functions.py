"""Functions, lambdas and classes: new scopes, their parameters, decorators and bodies."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts.annotations import annotation
from concurrency_lint.facts.model import (
    UNKNOWN,
    ClassFact,
    ClassHere,
    FunctionFact,
    FunctionHere,
    ParameterFact,
    ParameterKind,
    ScopeFact,
)
from concurrency_lint.facts.walk import Walk

_POSITIONAL_ONLY, _POSITIONAL = ParameterKind.POSITIONAL_ONLY, ParameterKind.POSITIONAL
_KEYWORD_ONLY = ParameterKind.KEYWORD_ONLY


def walk_function(walk: Walk, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """A `def`: decorators and defaults run here, the body when it is called."""
    decorators = [walk.expression(decorator) for decorator in node.decorator_list]
    index = _new_function(walk, node.name, node)
    function = walk.functions[index]
    function.asynchronous = type(node) is ast.AsyncFunctionDef
    function.decorators = decorators
    function.annotation = annotation(walk, node.returns)
    _parameters(walk, function, node.args)
    walk.bind(node.name, walk.intern(FunctionHere(index)))
    walk_body(walk, index, lambda: walk.block(node.body))


def walk_lambda(walk: Walk, node: ast.Lambda) -> int:
    """A lambda: a function whose one return is its expression."""
    index = _new_function(walk, "<lambda>", node)
    _parameters(walk, walk.functions[index], node.args)

    def body() -> None:
        walk.functions[index].returns.append(walk.use(walk.expression(node.body)))
        walk.functions[index].return_regions.append(-1)

    walk_body(walk, index, body)
    return walk.intern(FunctionHere(index))


def walk_class(walk: Walk, node: ast.ClassDef) -> None:
    """A class: its body runs here, in a scope of its own."""
    decorators = [walk.expression(decorator) for decorator in node.decorator_list]
    bases = [walk.expression(base) for base in node.bases]
    metaclass = UNKNOWN
    for keyword in node.keywords:
        value = walk.expression(keyword.value)
        if keyword.arg == "metaclass":
            metaclass = value
    walk.scopes.append(ScopeFact("class", walk.scope, walk.function))
    index = len(walk.classes)
    fact = ClassFact(
        node.name,
        _symbol(walk, node.name),
        node.lineno,
        len(walk.scopes) - 1,
        walk.function,
        bases,
        decorators,
        metaclass,
    )
    walk.classes.append(fact)
    outer = (walk.scope, walk.class_, walk.environment, walk.alive)
    walk.scope, walk.class_, walk.environment = fact.scope, index, {}
    for statement in node.body:
        if type(statement) is ast.AnnAssign and type(statement.target) is ast.Name:
            fact.fields.append(statement.target.id)
    walk.block(node.body)
    fact.members = _final_bindings(walk)
    walk.scope, walk.class_, walk.environment, walk.alive = outer
    walk.bind(node.name, walk.intern(ClassHere(index)))


def walk_module(walk: Walk, body: list[ast.stmt]) -> None:
    """The module: scope 0, function 0."""
    walk.scopes.append(ScopeFact("module", -1, 0))
    walk.functions.append(FunctionFact("<module>", "", 1, 0, 1, 0, 0))
    walk.scope = 0
    walk.block(body)
    walk.scopes[0].bindings = _final_bindings(walk)


def _final_bindings(walk: Walk) -> dict[str, list[int]]:
    """What the names of the current scope hold in the end, and what `global` statements elsewhere give them."""
    final = walk.environment
    bindings: dict[str, list[int]] = {}
    for name, assigned in walk.scopes[walk.scope].bindings.items():
        own = final.get(name)
        from_elsewhere = walk.elsewhere.get(name, []) if walk.scope == 0 else []
        bindings[name] = list(dict.fromkeys([*([] if own is None else [own]), *from_elsewhere])) or assigned
    return bindings


def _symbol(walk: Walk, name: str) -> str:
    if walk.class_ >= 0 and walk.scopes[walk.scope].kind == "class":
        return f"{walk.classes[walk.class_].symbol}.{name}"
    outer = walk.functions[walk.function].symbol
    return f"{outer}.{name}" if outer else name


def _new_function(
    walk: Walk, name: str, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.GeneratorExp
) -> int:
    walk.scopes.append(ScopeFact("function", walk.scope, len(walk.functions)))
    walk.functions.append(
        FunctionFact(
            name,
            _symbol(walk, name),
            node.lineno,
            node.col_offset,
            node.end_lineno or node.lineno,
            len(walk.scopes) - 1,
            walk.function,
            walk.class_ if walk.scopes[walk.scope].kind == "class" else -1,
        )
    )
    return len(walk.functions) - 1


def new_generator(walk: Walk, node: ast.GeneratorExp) -> int:
    """The generator function that a generator expression is."""
    index = _new_function(walk, "<genexpr>", node)
    walk.functions[index].generator = True
    return index


def _parameters(walk: Walk, function: FunctionFact, arguments: ast.arguments) -> None:
    def add(argument: ast.arg, kind: ParameterKind, default: ast.expr | None) -> None:
        declared = argument.annotation
        function.parameters.append(
            ParameterFact(
                argument.arg,
                kind,
                UNKNOWN if declared is None else annotation(walk, declared),
                UNKNOWN if default is None else walk.expression(default),
            )
        )

    positional = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for position, (argument, default) in enumerate(zip(positional, defaults, strict=True)):
        kind = _POSITIONAL_ONLY if position < len(arguments.posonlyargs) else _POSITIONAL
        add(argument, kind, default)
    if arguments.vararg:
        add(arguments.vararg, ParameterKind.VARIADIC, None)
    for argument, keyword_default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        add(argument, _KEYWORD_ONLY, keyword_default)
    if arguments.kwarg:
        add(arguments.kwarg, ParameterKind.KEYWORDS, None)


def walk_body(walk: Walk, index: int, body: Callable[[], None]) -> None:
    """Walk what belongs to a function in its own scope."""
    function = walk.functions[index]
    outer = (walk.scope, walk.function, walk.class_, walk.environment, walk.alive, walk.region, walk.jumps)
    walk.scope, walk.function, walk.class_ = function.scope, index, -1
    walk.environment, walk.alive, walk.region, walk.jumps = {}, walk.alive, -1, []
    for position, parameter in enumerate(function.parameters):
        walk.declare_parameter(parameter, index, position)
    body()
    walk.scope, walk.function, walk.class_, walk.environment, walk.alive, walk.region, walk.jumps = outer
