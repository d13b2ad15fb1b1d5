"""Handlers of expressions: each records what evaluating it does and gives the reference to its value."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts import functions
from concurrency_lint.facts.model import (
    UNKNOWN,
    Attribute,
    Awaited,
    Binary,
    Call,
    ClassHere,
    Collection,
    Const,
    Deed,
    Element,
    Item,
    Mapping,
    Name,
    Parameter,
    Starred,
    Yielded,
)
from concurrency_lint.facts.targets import assign, load_without_effect
from concurrency_lint.facts.walk import TRACKED_VALUES, Walk

_LONGEST_STRING = 200
_METHODS = {
    ast.Add: "__add__",
    ast.Sub: "__sub__",
    ast.Mult: "__mul__",
    ast.MatMult: "__matmul__",
    ast.Div: "__truediv__",
    ast.Mod: "__mod__",
    ast.Pow: "__pow__",
    ast.LShift: "__lshift__",
    ast.RShift: "__rshift__",
    ast.BitOr: "__or__",
    ast.BitXor: "__xor__",
    ast.BitAnd: "__and__",
    ast.FloorDiv: "__floordiv__",
    ast.UAdd: "__pos__",
    ast.USub: "__neg__",
    ast.Invert: "__invert__",
    ast.Eq: "__eq__",
    ast.NotEq: "__ne__",
    ast.Lt: "__lt__",
    ast.LtE: "__le__",
    ast.Gt: "__gt__",
    ast.GtE: "__ge__",
}
_OBJECTS = (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Await)
"""Expressions whose value may be an object with special methods of its own."""


def expression(walk: Walk, node: ast.expr) -> int:
    """Walk one expression; gives the index of its reference."""
    handler = _HANDLERS.get(type(node))
    if handler is None:
        return UNKNOWN
    return handler(walk, node)


def condition(walk: Walk, node: ast.expr) -> int:
    """Walk an expression whose truth is taken."""
    reference = expression(walk, node)
    if isinstance(node, _OBJECTS):
        walk.record(Deed.TRUTH, reference, node)
    return reference


def _name(walk: Walk, node: ast.Name) -> int:
    reference = walk.environment.get(node.id)
    if reference is None:
        return walk.intern(Name(walk.scope, node.id))
    return reference


def _constant(walk: Walk, node: ast.Constant) -> int:
    value = node.value
    if isinstance(value, str):
        # Only ASCII is kept: a lone surrogate could not be written to the cache, and no rule compares other text.
        return walk.intern(Const("str", value if len(value) <= _LONGEST_STRING and value.isascii() else None))
    if value is None or isinstance(value, (bool, int, float)):
        return _number(walk, value)
    return walk.intern(Const(type(value).__name__, None))


def _number(walk: Walk, value: None | bool | int | float) -> int:
    """A literal without text. Integers that 64 bits do not hold keep no value."""
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return walk.intern(Const("int", None))
    return walk.intern(Const(type(value).__name__, value))


def _attribute(walk: Walk, node: ast.Attribute) -> int:
    reference = _member(walk, node)
    walk.record(Deed.READ, reference, node)
    return reference


def _member(walk: Walk, node: ast.Attribute) -> int:
    return walk.intern(Attribute(walk.use(expression(walk, node.value)), node.attr))


def call(walk: Walk, node: ast.Call, *, awaited: bool = False) -> int:
    """Walk a call: what is called, then its arguments, then the call itself."""
    function = node.func
    if isinstance(function, ast.Attribute):
        callee = _member(walk, function)
    else:
        callee = walk.use(expression(walk, function))
    arguments = tuple([walk.use(expression(walk, argument)) for argument in node.args])
    keywords = tuple([(word.arg or "**", walk.use(expression(walk, word.value))) for word in node.keywords])
    if isinstance(function, ast.Name) and function.id == "super" and not arguments:
        arguments = _implicit_super(walk)
    reference = walk.intern(Call(callee, arguments, keywords))
    walk.record(Deed.CALL, reference, node, awaited=awaited)
    if isinstance(function, ast.Attribute) and function.attr in ("append", "add", "appendleft") and len(arguments) == 1:
        remember_item(walk, function.value, Collection("list", arguments))
    return reference


def _implicit_super(walk: Walk) -> tuple[int, ...]:
    index = walk.function
    while index:
        function = walk.functions[index]
        if function.owner >= 0:
            return (walk.intern(ClassHere(function.owner)), walk.use(walk.intern(Parameter(index, 0))))
        index = function.enclosing
    return ()


def remember_item(walk: Walk, container: ast.expr, content: Collection | Mapping) -> None:
    """Note that `container` now holds `content` too, where a name or an attribute of `self` holds it."""
    values = content.items if isinstance(content, Collection) else content.values
    if not all(isinstance(walk.references[value], TRACKED_VALUES) for value in values):
        return
    reference = walk.intern(content)
    if isinstance(container, ast.Name):
        held = walk.environment.get(container.id)
        if held is not None:
            walk.bind(container.id, walk.one_of((held, reference)))
        else:
            walk.add_to_module(container.id, reference)
    elif isinstance(container, ast.Attribute):
        owner = walk.instance_owner(load_without_effect(walk, container.value))
        if owner is not None:
            owner.attributes.setdefault(container.attr, []).append(reference)


def _await(walk: Walk, node: ast.Await) -> int:
    if isinstance(node.value, ast.Call):
        base = call(walk, node.value, awaited=True)
    else:
        base = expression(walk, node.value)
    walk.record(Deed.AWAIT, base, node.value)
    walk.suspend()
    return walk.intern(Awaited(walk.use(base)))


def _binary(walk: Walk, node: ast.BinOp) -> int:
    spine = [node]
    while isinstance(spine[-1].left, ast.BinOp):
        spine.append(spine[-1].left)
    left = expression(walk, spine[-1].left)
    for link in reversed(spine):
        right = expression(walk, link.right)
        method = _METHODS[type(link.op)]
        if isinstance(link.left, _OBJECTS):
            walk.record(Deed.SPECIAL, left, link, method=method)
        left = walk.intern(Binary(method, walk.use(left), walk.use(right)))
    return left


def _unary(walk: Walk, node: ast.UnaryOp) -> int:
    if isinstance(node.op, ast.Not):
        condition(walk, node.operand)
        return walk.intern(Const("bool", None))
    operand = expression(walk, node.operand)
    if isinstance(node.operand, ast.Constant) and isinstance(node.op, ast.USub):
        value = node.operand.value
        if isinstance(value, (int, float)):
            return _number(walk, -value)
    if isinstance(node.operand, _OBJECTS):
        walk.record(Deed.SPECIAL, operand, node, method=_METHODS[type(node.op)])
    return UNKNOWN


def _boolean(walk: Walk, node: ast.BoolOp) -> int:
    options = [condition(walk, value) for value in node.values[:-1]]
    last = expression(walk, node.values[-1])
    if isinstance(node.op, ast.And):
        return last
    return walk.one_of([*options, last])


def _compare(walk: Walk, node: ast.Compare) -> int:
    left_node = node.left
    left = expression(walk, left_node)
    for operator, right_node in zip(node.ops, node.comparators, strict=True):
        right = expression(walk, right_node)
        if isinstance(operator, (ast.In, ast.NotIn)):
            if isinstance(right_node, _OBJECTS):
                walk.record(Deed.SPECIAL, right, node, method="__contains__")
        elif type(operator) in _METHODS and isinstance(left_node, _OBJECTS) and not isinstance(right_node, ast.Constant):
            walk.record(Deed.SPECIAL, left, node, method=_METHODS[type(operator)])
        left_node, left = right_node, right
    return walk.intern(Const("bool", None))


def _conditional(walk: Walk, node: ast.IfExp) -> int:
    condition(walk, node.test)
    return walk.one_of((expression(walk, node.body), expression(walk, node.orelse)))


def _subscript(walk: Walk, node: ast.Subscript) -> int:
    base = expression(walk, node.value)
    index = expression(walk, node.slice)
    if isinstance(node.value, _OBJECTS):
        walk.record(Deed.SPECIAL, base, node, method="__getitem__")
    return walk.intern(Item(walk.use(base), walk.use(index)))


def _slice(walk: Walk, node: ast.Slice) -> int:
    for part in (node.lower, node.upper, node.step):
        if part is not None:
            expression(walk, part)
    return walk.intern(Const("slice", None))


def _sequence(walk: Walk, node: ast.List | ast.Tuple | ast.Set) -> int:
    items = tuple([walk.use(expression(walk, item)) for item in node.elts])
    return walk.intern(Collection(type(node).__name__.lower(), items))


def _dict(walk: Walk, node: ast.Dict) -> int:
    keys, values = [], []
    for key, value in zip(node.keys, node.values, strict=True):
        keys.append(UNKNOWN if key is None else expression(walk, key))
        values.append(walk.use(expression(walk, value)))
    return walk.intern(Mapping(tuple(keys), tuple(values)))


def _starred(walk: Walk, node: ast.Starred) -> int:
    base = expression(walk, node.value)
    if isinstance(node.value, _OBJECTS):
        walk.record(Deed.ITERATE, base, node.value)
    return walk.intern(Starred(walk.use(base)))


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
        key, value = expression(walk, node.key), walk.use(expression(walk, node.value))
        result = walk.intern(Mapping((key,), (value,)))
    else:
        kind = {ast.ListComp: "list", ast.SetComp: "set"}.get(type(node), "generator")
        result = walk.intern(Collection(kind, (walk.use(expression(walk, node.elt)),)))
    walk.environment = outer
    return result


def iterate(walk: Walk, node: ast.expr, *, asynchronous: bool) -> int:
    """Walk an iterable and note that it is iterated here."""
    iterable = walk.use(expression(walk, node))
    if asynchronous:
        walk.record(Deed.ITERATE_ASYNC, iterable, node)
        walk.suspend()
    else:
        walk.record(Deed.ITERATE, iterable, node)
    return iterable


def _joined_string(walk: Walk, node: ast.JoinedStr) -> int:
    for value in node.values:
        if isinstance(value, ast.FormattedValue):
            shown = expression(walk, value.value)
            if isinstance(value.value, _OBJECTS):
                walk.record(Deed.STRING, shown, value.value)
            if value.format_spec is not None:
                expression(walk, value.format_spec)
    return walk.intern(Const("str", None))


def _walrus(walk: Walk, node: ast.NamedExpr) -> int:
    value = expression(walk, node.value)
    walk.bind(node.target.id, value)
    return value


def _yield(walk: Walk, node: ast.Yield) -> int:
    value = UNKNOWN if node.value is None else walk.use(expression(walk, node.value))
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


def _lambda(walk: Walk, node: ast.Lambda) -> int:
    return functions.walk_lambda(walk, node)


_HANDLERS: dict[type[ast.expr], Callable[..., int]] = {
    ast.Name: _name,
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.Call: call,
    ast.Await: _await,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.BoolOp: _boolean,
    ast.Compare: _compare,
    ast.IfExp: _conditional,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
    ast.List: _sequence,
    ast.Tuple: _sequence,
    ast.Set: _sequence,
    ast.Dict: _dict,
    ast.Starred: _starred,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.DictComp: _comprehension,
    ast.JoinedStr: _joined_string,
    ast.NamedExpr: _walrus,
    ast.Yield: _yield,
    ast.YieldFrom: _yield_from,
    ast.Lambda: _lambda,
}
