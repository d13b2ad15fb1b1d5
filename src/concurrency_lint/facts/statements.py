"""Handlers of statements: control flow, and what names hold where its branches meet."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts import expressions, functions
from concurrency_lint.facts.annotations import annotation, last_name
from concurrency_lint.facts.conditions import Narrowing, Switch, switches, test
from concurrency_lint.facts.model import UNKNOWN, Binary, Deed, Declared, Element, Entered, Imported, RegionKind
from concurrency_lint.facts.targets import assign
from concurrency_lint.facts.walk import Environment, Walk


def block(walk: Walk, body: list[ast.stmt]) -> None:
    """Walk statements in order. What an early return rules out for the rest of the block ends with the block."""
    region = walk.region
    for statement in body:
        handler = _HANDLERS.get(type(statement))
        if handler is not None:
            handler(walk, statement)
    walk.region = region


def _expression_statement(walk: Walk, node: ast.Expr) -> None:
    expressions.expression(walk, node.value)


def _assign(walk: Walk, node: ast.Assign) -> None:
    value = expressions.expression(walk, node.value)
    for target in node.targets:
        assign(walk, target, value)
        if isinstance(target, ast.Name) and target.id == "__all__" and walk.scope == 0:
            walk.exported = _strings(node.value)


def _annotated_assign(walk: Walk, node: ast.AnnAssign) -> None:
    if node.value is not None and last_name(node.annotation) == "TypeAlias":
        assign(walk, node.target, annotation(walk, node.value))
        return
    value = UNKNOWN if node.value is None else expressions.expression(walk, node.value)
    declared = walk.intern(Declared(annotation(walk, node.annotation), walk.use(value)))
    assign(walk, node.target, declared)
    if isinstance(node.target, ast.Name) and node.target.id == "__all__" and node.value is not None:
        walk.exported = _strings(node.value)


def _augmented_assign(walk: Walk, node: ast.AugAssign) -> None:
    value = expressions.expression(walk, node.value)
    if isinstance(node.target, ast.Name):
        if node.target.id == "__all__" and walk.exported is not None:
            walk.exported += _strings(node.value) or []
            return
        held = expressions.expression(walk, ast.copy_location(ast.Name(node.target.id, ast.Load()), node.target))
        walk.record(Deed.SPECIAL, held, node.target, method="__iadd__")
        walk.bind(node.target.id, walk.intern(Binary("__iadd__", walk.use(held), walk.use(value))))
    else:
        expressions.expression(walk, node.target)
        assign(walk, node.target, UNKNOWN) if isinstance(node.target, ast.Subscript) else None


def _strings(node: ast.expr) -> list[str] | None:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _strings(node.left), _strings(node.right)
        return None if left is None or right is None else left + right
    if isinstance(node, (ast.List, ast.Tuple)):
        return [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    return None


def _return(walk: Walk, node: ast.Return) -> None:
    if node.value is not None:
        value = walk.use(expressions.expression(walk, node.value))
        if walk.alive:
            walk.functions[walk.function].returns.append(value)
            walk.functions[walk.function].return_regions.append(walk.region)
    walk.alive = False


def _raise(walk: Walk, node: ast.Raise) -> None:
    for part in (node.exc, node.cause):
        if part is not None:
            expressions.expression(walk, part)
    walk.alive = False


def _jump(walk: Walk, node: ast.Break | ast.Continue) -> None:
    if walk.alive and walk.jumps:
        walk.jumps[-1].append(walk.environment)
    walk.alive = False


def _branch(walk: Walk, before: Environment, narrowing: Narrowing, body: list[ast.stmt]) -> Environment | None:
    """Walk one branch; gives what names hold at its end, or None where its end is not reached."""
    alive = walk.alive
    walk.environment = {**before, **narrowing}
    block(walk, body)
    reached = walk.environment if walk.alive else None
    walk.alive = alive
    return reached


def _join(walk: Walk, before: Environment, ends: list[Environment | None]) -> None:
    reached = [end for end in ends if end is not None]
    walk.environment = walk.merge(reached) if reached else before
    walk.alive = walk.alive and bool(reached)


def _if(walk: Walk, node: ast.If) -> None:
    ends: list[Environment | None] = []
    outer = walk.region
    current: ast.If = node
    while True:
        holding, failing = switches(walk, current.test)
        holds, fails = test(walk, current.test)
        before = walk.environment
        region = walk.region
        _open_all(walk, holding)
        if _is_main_guard(walk, current.test):
            walk.open_region(RegionKind.MAIN)
        ends.append(_branch(walk, before, holds, current.body))
        walk.region = region
        walk.environment = {**before, **fails}
        _open_all(walk, failing)
        if len(current.orelse) == 1 and isinstance(current.orelse[0], ast.If):
            current = current.orelse[0]
            continue
        ends.append(_branch(walk, walk.environment, {}, current.orelse))
        break
    walk.region = outer
    _join(walk, before, ends)
    if current is node and ends[0] is None:
        _open_all(walk, failing)
    elif current is node and ends[1] is None:
        _open_all(walk, holding)


def _open_all(walk: Walk, found: list[Switch]) -> None:
    for kind, subject in found:
        walk.open_region(kind, subject)


def _is_main_guard(walk: Walk, node: ast.expr) -> bool:
    return (
        walk.scope == 0
        and isinstance(node, ast.Compare)
        and isinstance(node.left, ast.Name)
        and node.left.id == "__name__"
    )


def _loop(walk: Walk, node: ast.For | ast.AsyncFor | ast.While) -> None:
    subject = UNKNOWN
    narrowing: Narrowing = {}
    if isinstance(node, ast.While):
        narrowing, _ = test(walk, node.test)
    else:
        subject = expressions.iterate(walk, node.iter, asynchronous=isinstance(node, ast.AsyncFor))
    before = walk.environment
    walk.jumps.append([])
    with walk.inside(RegionKind.LOOP, subject):
        walk.environment = dict(before)
        if not isinstance(node, ast.While):
            assign(walk, node.target, walk.intern(Element(subject, isinstance(node, ast.AsyncFor))))
        end = _branch(walk, walk.environment, narrowing, node.body)
    jumps = walk.jumps.pop()
    walk.environment = walk.merge([before, *([] if end is None else [end]), *jumps])
    block(walk, node.orelse)


def _with(walk: Walk, node: ast.With | ast.AsyncWith) -> None:
    asynchronous = isinstance(node, ast.AsyncWith)
    alive, outer = walk.alive, walk.region
    for item in node.items:
        subject = walk.use(expressions.expression(walk, item.context_expr))
        walk.record(Deed.ENTER_ASYNC if asynchronous else Deed.ENTER, subject, item.context_expr)
        if asynchronous:
            walk.suspend()
        walk.open_region(RegionKind.ASYNC_WITH if asynchronous else RegionKind.WITH, subject)
        if item.optional_vars is not None:
            assign(walk, item.optional_vars, walk.intern(Entered(subject, asynchronous)))
    block(walk, node.body)
    walk.region = outer
    # A context manager may swallow the exception or the body may return on one path only.
    walk.alive = alive


def _try(walk: Walk, node: ast.Try) -> None:
    before, alive = walk.environment, walk.alive
    with walk.inside(RegionKind.TRY):
        body = _branch(walk, before, {}, node.body)
        end = body
        if body is not None and node.orelse:
            end = _branch(walk, body, {}, node.orelse)
    ends = [end]
    for handler in node.handlers:
        if handler.type is not None:
            expressions.expression(walk, handler.type)
        start = walk.merge([before, body]) if body is not None else before
        if handler.name:
            walk.environment = dict(start)
            walk.bind(handler.name, UNKNOWN)
            start = walk.environment
        with walk.inside(RegionKind.HANDLER):
            ends.append(_branch(walk, start, {}, handler.body))
    _join(walk, before, ends)
    if node.finalbody:
        reached, walk.alive = walk.alive, alive
        block(walk, node.finalbody)
        walk.alive = walk.alive and reached


def _match(walk: Walk, node: ast.Match) -> None:
    expressions.expression(walk, node.subject)
    before = walk.environment
    ends: list[Environment | None] = [before]
    for case in node.cases:
        captured = {
            name: UNKNOWN
            for part in ast.walk(case.pattern)
            for name in (getattr(part, "name", None), getattr(part, "rest", None))
            if isinstance(name, str)
        }
        for name in captured:
            walk.scopes[walk.scope].bindings.setdefault(name, []).append(UNKNOWN)
        walk.environment = {**before, **captured}
        if case.guard is not None:
            expressions.condition(walk, case.guard)
        ends.append(_branch(walk, walk.environment, {}, case.body))
    _join(walk, before, ends)


def _import(walk: Walk, node: ast.Import) -> None:
    for alias in node.names:
        if alias.asname:
            walk.bind(alias.asname, walk.intern(Imported(0, alias.name, "")))
        else:
            root = alias.name.partition(".")[0]
            walk.bind(root, walk.intern(Imported(0, root, "")))


def _import_from(walk: Walk, node: ast.ImportFrom) -> None:
    for alias in node.names:
        if alias.name == "*":
            walk.star_imports.append((node.level, node.module or ""))
        else:
            imported = walk.intern(Imported(node.level, node.module or "", alias.name))
            walk.bind(alias.asname or alias.name, imported)


def _global(walk: Walk, node: ast.Global) -> None:
    walk.scopes[walk.scope].global_names.extend(node.names)


def _delete(walk: Walk, node: ast.Delete) -> None:
    for target in node.targets:
        if isinstance(target, ast.Subscript):
            base = expressions.expression(walk, target.value)
            expressions.expression(walk, target.slice)
            walk.record(Deed.SPECIAL, base, target, method="__delitem__")
        elif isinstance(target, ast.Name):
            walk.environment.pop(target.id, None)


def _assert(walk: Walk, node: ast.Assert) -> None:
    holds, _ = test(walk, node.test)
    if node.msg is not None:
        expressions.expression(walk, node.msg)
    walk.environment.update(holds)


def _type_alias(walk: Walk, node: ast.stmt) -> None:
    name, value = getattr(node, "name"), getattr(node, "value")  # noqa: B009 - ast.TypeAlias is new in 3.12
    walk.bind(name.id, annotation(walk, value))


def _function(walk: Walk, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    functions.walk_function(walk, node)


def _class(walk: Walk, node: ast.ClassDef) -> None:
    functions.walk_class(walk, node)


_HANDLERS: dict[type[ast.stmt], Callable[..., None]] = {
    ast.Expr: _expression_statement,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated_assign,
    ast.AugAssign: _augmented_assign,
    ast.Return: _return,
    ast.Raise: _raise,
    ast.Break: _jump,
    ast.Continue: _jump,
    ast.If: _if,
    ast.For: _loop,
    ast.AsyncFor: _loop,
    ast.While: _loop,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Try: _try,
    ast.Match: _match,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Global: _global,
    ast.Delete: _delete,
    ast.Assert: _assert,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
}
if hasattr(ast, "TryStar"):
    _HANDLERS[ast.TryStar] = _try
if hasattr(ast, "TypeAlias"):
    _HANDLERS[ast.TypeAlias] = _type_alias
