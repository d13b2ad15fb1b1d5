"""Iteration: what is iterated, comprehensions, and what generators yield."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts import functions
from concurrency_lint.facts.model import UNKNOWN, Call, Collection, Deed, Element, FunctionHere, Mapping, Yielded
from concurrency_lint.facts.operators import condition
from concurrency_lint.facts.targets import assign
from concurrency_lint.facts.walk import Walk

_ITERATE, _ITERATE_ASYNC = Deed.ITERATE, Deed.ITERATE_ASYNC


def iterate(walk: Walk, node: ast.expr, *, asynchronous: bool) -> int:
    """Walk an iterable and note that it is iterated here."""
    iterable = walk.use(walk.expression(node))
    if asynchronous:
        walk.record(_ITERATE_ASYNC, iterable, node)
        walk.suspend()
    else:
        walk.record(_ITERATE, iterable, node)
    return iterable


def _comprehension(walk: Walk, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> int:
    outer = dict(walk.environment)
    bindings = walk.scopes[walk.scope].bindings
    for generator in node.generators:
        iterable = iterate(walk, generator.iter, asynchronous=bool(generator.is_async))
        before = {name: len(found) for name, found in bindings.items()} if walk.scope == 0 else None
        assign(walk, generator.target, walk.intern(Element(iterable, bool(generator.is_async))))
        if before is not None:
            for name in list(bindings):
                del bindings[name][before.get(name, 0) :]
        for test in generator.ifs:
            condition(walk, test)
    if isinstance(node, ast.DictComp):
        key, value = walk.expression(node.key), walk.use(walk.expression(node.value))
        result = walk.intern(Mapping((key,), (value,)))
    else:
        kind = {ast.ListComp: "list", ast.SetComp: "set"}.get(type(node), "generator")
        result = walk.intern(Collection(kind, (walk.use(walk.expression(node.elt)),)))
    walk.environment = outer
    return result


def generator(walk: Walk, node: ast.GeneratorExp) -> int:
    """A generator expression that is kept for later: a generator function that is called here."""
    first = node.generators[0]
    if walk.scopes[walk.scope].kind != "function" or _waits(node):
        return walk.expression(node)
    iterable = walk.use(walk.expression(first.iter))
    index = functions.new_generator(walk, node)

    def body() -> None:
        walk.record(_ITERATE, iterable, first.iter)
        assign(walk, first.target, walk.intern(Element(iterable, False)))
        for test in first.ifs:
            condition(walk, test)
        for inner in node.generators[1:]:
            assign(walk, inner.target, walk.intern(Element(iterate(walk, inner.iter, asynchronous=False), False)))
            for test in inner.ifs:
                condition(walk, test)
        walk.functions[index].yields.append(walk.use(walk.expression(node.elt)))

    functions.walk_body(walk, index, body)
    return walk.intern(Call(walk.intern(FunctionHere(index)), (), ()))


def _waits(node: ast.GeneratorExp) -> bool:
    return any(part.is_async for part in node.generators) or any(type(part) is ast.Await for part in ast.walk(node))


def _yield(walk: Walk, node: ast.Yield) -> int:
    value = UNKNOWN if node.value is None else walk.use(walk.expression(node.value))
    function = walk.functions[walk.function]
    function.generator = True
    function.yields.append(value)
    return UNKNOWN


def _yield_from(walk: Walk, node: ast.YieldFrom) -> int:
    iterable = iterate(walk, node.value, asynchronous=False)
    function = walk.functions[walk.function]
    function.generator = True
    function.yields.append(walk.intern(Element(iterable, False)))
    return walk.intern(Yielded(iterable))


HANDLERS: dict[type[ast.expr], Callable[..., int]] = {
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.DictComp: _comprehension,
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
}
