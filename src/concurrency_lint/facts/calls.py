"""Calls and what is read on the way to them: attributes, `super()`, `await`."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts.containers import holds_worthy, remember_item
from concurrency_lint.facts.iteration import generator
from concurrency_lint.facts.model import (
    UNKNOWN,
    Attribute,
    Awaited,
    Call,
    ClassHere,
    Collection,
    Deed,
    Mapping,
    Parameter,
)
from concurrency_lint.facts.walk import Walk

_CALL, _READ, _AWAIT = Deed.CALL, Deed.READ, Deed.AWAIT
_ADDING = ("append", "add", "appendleft")


def _attribute(walk: Walk, node: ast.Attribute) -> int:
    reference = _member(walk, node)
    walk.record(_READ, reference, node)
    return reference


def _member(walk: Walk, node: ast.Attribute) -> int:
    owner = node.value
    return walk.intern(Attribute(walk.use(walk.expressions[type(owner)](walk, owner)), node.attr))


def _call(walk: Walk, node: ast.Call, *, awaited: bool = False) -> int:
    """What is called, then its arguments, then the call itself."""
    handlers = walk.expressions
    function = node.func
    callee = (
        _member(walk, function)
        if type(function) is ast.Attribute
        else walk.use(handlers[type(function)](walk, function))
    )
    arguments: tuple[int, ...] = ()
    if node.args:
        if any(type(argument) is ast.GeneratorExp for argument in node.args) and _keeps(node):
            handlers = {**handlers, ast.GeneratorExp: generator}
        arguments = tuple([handlers[type(argument)](walk, argument) for argument in node.args])
        walk.use_all(arguments)
    keywords: tuple[tuple[str, int], ...] = ()
    if node.keywords:
        keywords = tuple([(word.arg or "**", handlers[type(word.value)](walk, word.value)) for word in node.keywords])
        walk.use_all([value for _, value in keywords])
    if type(function) is ast.Name and not arguments and function.id == "super":
        arguments = _implicit_super(walk)
    reference = walk.intern(Call(callee, arguments, keywords))
    walk.record(_CALL, reference, node, awaited=awaited)
    if len(arguments) == 1 and type(function) is ast.Attribute and function.attr in _ADDING:
        _remember_added(walk, function.value, arguments)
    return reference


def _remember_added(walk: Walk, container: ast.expr, added: tuple[int, ...]) -> None:
    """`hooks.append(f)`, and `hooks[name].append(f)`, `hooks.setdefault(name, []).append(f)`: a dictionary of lists."""
    method = container.func if type(container) is ast.Call else None
    outer = method.value if type(method) is ast.Attribute and method.attr == "setdefault" else None
    if type(container) is ast.Subscript:
        outer = container.value
    content: Collection | Mapping = Collection("list", added)
    if outer is not None:
        if not holds_worthy(walk, content):
            return
        container, content = outer, Mapping((UNKNOWN,), (walk.intern(content),))
    remember_item(walk, container, content)


def _keeps(node: ast.Call) -> bool:
    """Whether a generator expression is handed on: `to_thread(list, (...))`, or a response that sends it later."""
    name = node.func.attr if type(node.func) is ast.Attribute else getattr(node.func, "id", "")
    return type(node.args[0]) is not ast.GeneratorExp or name.endswith("Response")


def _implicit_super(walk: Walk) -> tuple[int, ...]:
    index = walk.function
    while index:
        function = walk.functions[index]
        if function.owner >= 0:
            return (walk.intern(ClassHere(function.owner)), walk.use(walk.intern(Parameter(index, 0))))
        index = function.enclosing
    return ()


def _await(walk: Walk, node: ast.Await) -> int:
    value = node.value
    base = _call(walk, value, awaited=True) if type(value) is ast.Call else walk.expression(value)
    walk.record(_AWAIT, base, value)
    walk.suspend()
    return walk.intern(Awaited(walk.use(base)))


HANDLERS: dict[type[ast.expr], Callable[..., int]] = {
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Await: _await,
}
