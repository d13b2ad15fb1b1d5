"""Control flow: what names hold where branches meet, which blocks are open, and what cannot be reached."""

from __future__ import annotations

import ast
from collections.abc import Callable

from concurrency_lint.facts.conditions import Narrowing, test
from concurrency_lint.facts.double_checks import AGAIN, is_kept, looks_again
from concurrency_lint.facts.iteration import generator, iterate
from concurrency_lint.facts.layout import note_handler
from concurrency_lint.facts.model import UNKNOWN, Deed, Element, Entered, RegionKind
from concurrency_lint.facts.operators import condition
from concurrency_lint.facts.patterns import captures, matched
from concurrency_lint.facts.switches import Switch, switches
from concurrency_lint.facts.targets import assign
from concurrency_lint.facts.walk import Environment, Walk


def _return(walk: Walk, node: ast.Return) -> None:
    if node.value is not None:
        kept = node.value
        value = walk.use(generator(walk, kept) if type(kept) is ast.GeneratorExp else walk.expression(kept))
        if walk.alive:
            walk.functions[walk.function].returns.append(value)
            walk.functions[walk.function].return_regions.append(walk.region)
            if walk.function in walk.asked and not walk.functions[walk.function].kept:
                _note_kept(walk, kept)
    walk.alive = False


def _note_kept(walk: Walk, value: ast.expr) -> None:
    if is_kept(value, walk.asked[walk.function], walk.scopes[walk.scope].global_names):
        walk.functions[walk.function].kept = True


def _raise(walk: Walk, node: ast.Raise) -> None:
    for part in (node.exc, node.cause):
        if part is not None:
            walk.expression(part)
    walk.alive = False


def _jump(walk: Walk, node: ast.Break | ast.Continue) -> None:
    if walk.alive and walk.jumps:
        walk.jumps[-1].append(walk.environment)
    walk.alive = False


def _if(walk: Walk, node: ast.If) -> None:
    ends: list[Environment | None] = []
    outer = walk.region
    current: ast.If = node
    asked = walk.asked.setdefault(walk.function, [])
    while True:
        asked.append(current.test)
        holds, fails = test(walk, current.test)
        holding, failing = switches(walk, current.test)
        before = walk.environment
        region = walk.region
        _open_all(walk, holding)
        if _is_main_guard(walk, current.test):
            walk.open_region(RegionKind.MAIN)
        ends.append(_branch(walk, before, holds, current.body))
        walk.region = region
        walk.environment = {**before, **fails}
        _open_all(walk, failing)
        if len(current.orelse) == 1 and type(current.orelse[0]) is ast.If:
            current = current.orelse[0]
            continue
        ends.append(_rest(walk, current.orelse))
        break
    walk.region = outer
    _join(walk, before, ends)
    if current is node and ends[0] is None:
        _open_all(walk, failing)
    elif current is node and ends[1] is None:
        _open_all(walk, holding)


def _loop(walk: Walk, node: ast.For | ast.AsyncFor | ast.While) -> None:
    subject = UNKNOWN
    narrowing: Narrowing = {}
    entering: list[Switch] = []
    if isinstance(node, ast.While):
        narrowing, _ = test(walk, node.test)
        if type(node.test) is not ast.Constant:
            entering, _ = switches(walk, node.test)
    else:
        subject = iterate(walk, node.iter, asynchronous=type(node) is ast.AsyncFor)
    before = walk.environment
    walk.jumps.append([])
    outer = walk.region
    walk.open_region(RegionKind.LOOP, subject)
    _open_all(walk, entering)
    walk.environment = dict(before)
    if not isinstance(node, ast.While):
        assign(walk, node.target, walk.intern(Element(subject, type(node) is ast.AsyncFor)))
    end = _branch(walk, walk.environment, narrowing, node.body)
    walk.region = outer
    jumps = walk.jumps.pop()
    walk.environment = walk.merge([before, *([] if end is None else [end]), *jumps])
    walk.block(node.orelse)


def _with(walk: Walk, node: ast.With | ast.AsyncWith) -> None:
    asynchronous = type(node) is ast.AsyncWith
    alive, outer = walk.alive, walk.region
    for item in node.items:
        subject = walk.use(walk.expression(item.context_expr))
        walk.record(Deed.ENTER_ASYNC if asynchronous else Deed.ENTER, subject, item.context_expr)
        if asynchronous:
            walk.suspend()
        walk.open_region(RegionKind.ASYNC_WITH if asynchronous else RegionKind.WITH, subject)
        if item.optional_vars is not None:
            assign(walk, item.optional_vars, walk.intern(Entered(subject, asynchronous)))
    if walk.function in walk.asked and looks_again(node.body, walk.asked[walk.function]):
        walk.functions[walk.function].regions[-1].test = AGAIN
    walk.block(node.body)
    walk.region = outer
    # A context manager may swallow the exception or the body may return on one path only.
    walk.alive = alive


def _try(walk: Walk, node: ast.Try) -> None:
    before, alive = walk.environment, walk.alive
    outer = walk.region
    walk.open_region(RegionKind.TRY)
    watched = walk.region
    body = _branch(walk, before, {}, node.body)
    end = body
    if body is not None and node.orelse:
        end = _branch(walk, body, {}, node.orelse)
    walk.region = outer
    ends = [end]
    for handler in node.handlers:
        kind = UNKNOWN if handler.type is None else walk.expression(handler.type)
        start = walk.merge([before, body]) if body is not None else before
        if handler.name:
            walk.environment = dict(start)
            walk.bind(handler.name, UNKNOWN)
            start = walk.environment
        walk.open_region(RegionKind.HANDLER, kind)
        walk.functions[walk.function].regions[-1].other = watched
        if walk.layout is not None:
            note_handler(walk, handler, kind)
        ends.append(_branch(walk, start, {}, handler.body))
        walk.region = outer
    _join(walk, before, ends)
    if node.finalbody:
        reached, walk.alive = walk.alive, alive
        walk.open_region(RegionKind.FINALLY)
        walk.functions[walk.function].regions[-1].other = watched
        walk.block(node.finalbody)
        walk.region = outer
        walk.alive = walk.alive and reached


def _match(walk: Walk, node: ast.Match) -> None:
    subject = walk.use(walk.expression(node.subject))
    before = walk.environment
    ends: list[Environment | None] = [before]
    for case in node.cases:
        captured = captures(walk, case.pattern, subject)
        for name, value in captured.items():
            walk.scopes[walk.scope].bindings.setdefault(name, []).append(value)
        if type(node.subject) is ast.Name and node.subject.id not in captured:
            captured[node.subject.id] = matched(walk, case.pattern, subject)
        walk.environment = {**before, **captured}
        if case.guard is not None:
            condition(walk, case.guard)
        ends.append(_branch(walk, walk.environment, {}, case.body))
    _join(walk, before, ends)


def _branch(walk: Walk, before: Environment, narrowing: Narrowing, body: list[ast.stmt]) -> Environment | None:
    """Walk one branch; gives what names hold at its end, or None where its end is not reached."""
    walk.environment = {**before, **narrowing}
    return _rest(walk, body)


def _rest(walk: Walk, body: list[ast.stmt]) -> Environment | None:
    """Walk a branch whose environment is its own already."""
    alive = walk.alive
    walk.block(body)
    reached = walk.environment if walk.alive else None
    walk.alive = alive
    return reached


def _join(walk: Walk, before: Environment, ends: list[Environment | None]) -> None:
    reached = [end for end in ends if end is not None]
    walk.environment = walk.merge(reached) if reached else before
    walk.alive = walk.alive and bool(reached)


def _open_all(walk: Walk, found: list[Switch]) -> None:
    for switch in found:
        walk.open_region(RegionKind.SWITCH, switch.subject)
        region = walk.functions[walk.function].regions[-1]
        region.test, region.holds, region.other = switch.test, switch.holds, switch.other


def _is_main_guard(walk: Walk, node: ast.expr) -> bool:
    return walk.scope == 0 and type(node) is ast.Compare and type(node.left) is ast.Name and node.left.id == "__name__"


HANDLERS: dict[type[ast.stmt], Callable[..., None]] = {
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
}
if hasattr(ast, "TryStar"):
    HANDLERS[ast.TryStar] = _try
