"""Handlers of statements: assignments, imports and what else binds names or runs expressions."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts import control_flow, functions
from concurrency_lint.facts.annotations import annotation, last_name
from concurrency_lint.facts.conditions import test
from concurrency_lint.facts.iteration import generator
from concurrency_lint.facts.model import UNKNOWN, Binary, Declared, Deed, Imported
from concurrency_lint.facts.targets import assign
from concurrency_lint.facts.walk import Walk


def _expression_statement(walk: Walk, node: ast.Expr) -> None:
    walk.expression(node.value)


def _assign(walk: Walk, node: ast.Assign) -> None:
    value = generator(walk, node.value) if type(node.value) is ast.GeneratorExp else walk.expression(node.value)
    for target in node.targets:
        assign(walk, target, value)
        if type(target) is ast.Name and target.id == "__all__" and walk.scope == 0:
            walk.exported = _strings(node.value)


def _annotated_assign(walk: Walk, node: ast.AnnAssign) -> None:
    if node.value is not None and last_name(node.annotation) == "TypeAlias":
        assign(walk, node.target, annotation(walk, node.value))
        return
    value = UNKNOWN if node.value is None else walk.expression(node.value)
    declared = walk.intern(Declared(annotation(walk, node.annotation), walk.use(value)))
    assign(walk, node.target, declared)
    if type(node.target) is ast.Name and node.target.id == "__all__" and node.value is not None:
        walk.exported = _strings(node.value)


def _augmented_assign(walk: Walk, node: ast.AugAssign) -> None:
    value = walk.expression(node.value)
    if type(node.target) is ast.Name:
        if node.target.id == "__all__" and walk.exported is not None:
            walk.exported += _strings(node.value) or []
            return
        held = walk.expression(ast.copy_location(ast.Name(node.target.id, ast.Load()), node.target))
        walk.record(Deed.SPECIAL, held, node.target, method="__iadd__")
        walk.bind(node.target.id, walk.intern(Binary("__iadd__", walk.use(held), walk.use(value))))
    else:
        held = walk.expression(node.target)
        if type(node.target) is ast.Subscript:
            assign(walk, node.target, UNKNOWN)
        else:
            walk.record(Deed.WRITE, held, node.target)


def _strings(node: ast.expr) -> list[str] | None:
    if type(node) is ast.BinOp and type(node.op) is ast.Add:
        left, right = _strings(node.left), _strings(node.right)
        return None if left is None or right is None else left + right
    if isinstance(node, (ast.List, ast.Tuple)):
        return [item.value for item in node.elts if type(item) is ast.Constant and isinstance(item.value, str)]
    return None


def _assert(walk: Walk, node: ast.Assert) -> None:
    holds, _ = test(walk, node.test)
    if node.msg is not None:
        walk.expression(node.msg)
    walk.environment.update(holds)


def _delete(walk: Walk, node: ast.Delete) -> None:
    for target in node.targets:
        if type(target) is ast.Subscript:
            base = walk.expression(target.value)
            walk.expression(target.slice)
            walk.record(Deed.SPECIAL, base, target, method="__delitem__")
        elif type(target) is ast.Name:
            walk.environment.pop(target.id, None)


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


def _type_alias(walk: Walk, node: ast.stmt) -> None:
    name, value = getattr(node, "name"), getattr(node, "value")  # noqa: B009 - ast.TypeAlias is new in 3.12
    walk.bind(name.id, annotation(walk, value))


def _nothing(walk: Walk, node: ast.stmt) -> None:
    """`pass` and its like."""


HANDLERS: dict[type[ast.stmt], Callable[..., None]] = {
    # A kind of statement that a later Python adds has a handler, too.
    **dict.fromkeys(ast.stmt.__subclasses__(), _nothing),
    **control_flow.HANDLERS,
    ast.Expr: _expression_statement,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated_assign,
    ast.AugAssign: _augmented_assign,
    ast.Assert: _assert,
    ast.Delete: _delete,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Global: _global,
    ast.FunctionDef: functions.walk_function,
    ast.AsyncFunctionDef: functions.walk_function,
    ast.ClassDef: functions.walk_class,
}
if hasattr(ast, "TypeAlias"):
    HANDLERS[ast.TypeAlias] = _type_alias
