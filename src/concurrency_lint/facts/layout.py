"""Layout: where settings, decorators, keywords and handlers stand, for modules whose findings point at such places."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from concurrency_lint.facts.model import (
    UNKNOWN,
    Assigned,
    DecoratorPlace,
    FunctionHere,
    Handler,
    KeywordPlace,
    Layout,
    Mapping,
    Raised,
)
from concurrency_lint.facts.walk import ExpressionHandlers, StatementHandlers, Walk

# One search for each word takes a quarter of the time of one for a regular expression of them all.
_WORTH_IT = (b"eler", b"ELER", b".task", b"task_", b".delay", b"apply_async", b"broker_url", b"transaction", b".begin(")
Handle = Callable[..., Any]


def worth_laying_out(source: bytes) -> bool:
    """Whether a module mentions task queues: no other module is asked for its layout."""
    return any(word in source for word in _WORTH_IT)


def laying_out(
    expressions: ExpressionHandlers, statements: StatementHandlers
) -> tuple[ExpressionHandlers, StatementHandlers]:
    """The handlers of a walk that notes the layout, too."""
    more_expressions = dict(expressions)
    for kind, note in ((ast.Call, _note_keywords), (ast.Dict, _note_keys)):
        more_expressions[kind] = _noting(expressions[kind], note)
    more_statements = dict(statements)
    for statement, noting in (
        (ast.Assign, _note_assignment),
        (ast.AnnAssign, _note_assignment),
        (ast.FunctionDef, _note_decorators),
        (ast.AsyncFunctionDef, _note_decorators),
        (ast.ClassDef, _note_class),
    ):
        more_statements[statement] = _noting(statements[statement], noting)
    for choice in (ast.If, ast.Try, ast.For, ast.While, ast.Match):
        more_statements[choice] = _choosing(statements[choice])
    for definition in (ast.FunctionDef, ast.AsyncFunctionDef):
        more_statements[definition] = _defining(more_statements[definition])
    more_statements[ast.Raise] = _before(statements[ast.Raise], _note_raise)
    return more_expressions, more_statements


def _noting(handle: Handle, note: Handle) -> Handle:
    def noting(walk: Walk, node: ast.AST) -> Any:
        result = handle(walk, node)
        assert walk.layout is not None
        note(walk, walk.layout, node, result)
        return result

    return noting


def _choosing(handle: Handle) -> Handle:
    """What stands below may run or not."""

    def choosing(walk: Walk, node: ast.AST) -> Any:
        walk.choices += 1
        result = handle(walk, node)
        walk.choices -= 1
        return result

    return choosing


def _defining(handle: Handle) -> Handle:
    """A function's body begins with no choice open."""

    def defining(walk: Walk, node: ast.AST) -> Any:
        outer, walk.choices = walk.choices, 0
        result = handle(walk, node)
        walk.choices = outer
        return result

    return defining


def _before(handle: Handle, note: Handle) -> Handle:
    def noting(walk: Walk, node: ast.AST) -> Any:
        assert walk.layout is not None
        note(walk, walk.layout, node)
        return handle(walk, node)

    return noting


def _note_keywords(walk: Walk, layout: Layout, node: ast.Call, reference: int) -> None:
    if walk.choices and isinstance(node.func, ast.Attribute):
        layout.chosen.append(f"{node.end_lineno}:{node.end_col_offset}")
    if node.keywords and node.lineno != node.end_lineno:
        end = f"{node.end_lineno}:{node.end_col_offset}"
        layout.keywords[end] = [KeywordPlace(word.lineno, word.col_offset) for word in node.keywords]


def _note_keys(walk: Walk, layout: Layout, node: ast.Dict, reference: int) -> None:
    if isinstance(walk.references[reference], Mapping):
        places = [KeywordPlace((key or value).lineno, (key or value).col_offset) for key, value in _pairs(node)]
        layout.keys.setdefault(reference, places)


def _pairs(node: ast.Dict) -> list[tuple[ast.expr | None, ast.expr]]:
    return list(zip(node.keys, node.values, strict=True))


def _note_assignment(walk: Walk, layout: Layout, node: ast.Assign | ast.AnnAssign, result: None) -> None:
    if walk.scopes[walk.scope].kind == "function" or (isinstance(node, ast.AnnAssign) and node.value is None):
        return
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        for name in target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]:
            if isinstance(name, ast.Name):
                held = walk.environment.get(name.id, UNKNOWN)
                layout.assigned.append(
                    Assigned(
                        walk.scope, name.id, held, name.lineno, name.col_offset, walk.choices > 0, node.end_lineno or 0
                    )
                )


def _note_decorators(walk: Walk, layout: Layout, node: ast.FunctionDef | ast.AsyncFunctionDef, result: None) -> None:
    if not node.decorator_list:
        return
    held = walk.references[walk.environment.get(node.name, UNKNOWN)]
    if isinstance(held, FunctionHere):
        layout.decorators[held.function] = [_place(decorator) for decorator in node.decorator_list]


def _note_class(walk: Walk, layout: Layout, node: ast.ClassDef, result: None) -> None:
    layout.class_columns.append(KeywordPlace(node.lineno, node.col_offset))


def _note_raise(walk: Walk, layout: Layout, node: ast.Raise) -> None:
    layout.raised.append(Raised(walk.function, walk.region))


def note_handler(walk: Walk, node: ast.ExceptHandler, kind: int) -> None:
    """Note an `except` clause, whose region has just been opened."""
    if walk.layout is not None:
        walk.layout.handlers.append(
            Handler(walk.function, walk.region, kind, node.type is None, node.lineno, node.col_offset)
        )


def _place(node: ast.expr) -> DecoratorPlace:
    return DecoratorPlace(
        node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
    )
