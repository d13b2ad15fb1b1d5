"""Patterns of `match`: what a subject is known to be in a case, and what the names hold that the pattern binds."""

from __future__ import annotations

import ast

from concurrency_lint.facts.model import UNKNOWN, Attribute, Const, Item, Narrowed, Unpacked
from concurrency_lint.facts.walk import Walk


def matched(walk: Walk, pattern: ast.pattern, subject: int) -> int:
    """The subject as a pattern tells of it: of a class, where it names one."""
    if type(pattern) is ast.MatchAs and pattern.pattern is not None:
        return matched(walk, pattern.pattern, subject)
    if type(pattern) is ast.MatchClass:
        return walk.intern(Narrowed(subject, walk.expression(pattern.cls), True))
    return subject


def captures(walk: Walk, pattern: ast.pattern, subject: int) -> dict[str, int]:
    """The names that a pattern binds, and what they hold."""
    found: dict[str, int] = {}
    waiting = [(pattern, subject)]
    while waiting:
        inner, held = waiting.pop(0)
        name = getattr(inner, "name", None) or getattr(inner, "rest", None)
        if name is not None:
            found[name] = matched(walk, inner, held) if type(inner) is ast.MatchAs else UNKNOWN
        waiting += _parts(walk, inner, held)
    return found


def _parts(walk: Walk, pattern: ast.pattern, held: int) -> list[tuple[ast.pattern, int]]:
    """The patterns inside one, with what each of them is matched against."""
    if type(pattern) is ast.MatchAs:
        return [] if pattern.pattern is None else [(pattern.pattern, held)]
    if type(pattern) is ast.MatchClass:
        of_class = matched(walk, pattern, held)
        places = [walk.intern(Item(of_class, walk.intern(Const("int", each)))) for each in range(len(pattern.patterns))]
        named = [walk.intern(Attribute(of_class, name)) for name in pattern.kwd_attrs]
        return list(zip([*pattern.patterns, *pattern.kwd_patterns], [*places, *named], strict=True))
    if type(pattern) is ast.MatchMapping:
        items = [walk.intern(Item(held, walk.expression(key))) for key in pattern.keys]
        return list(zip(pattern.patterns, items, strict=True))
    if type(pattern) is ast.MatchSequence and not any(type(part) is ast.MatchStar for part in pattern.patterns):
        return [(part, walk.intern(Unpacked(held, position))) for position, part in enumerate(pattern.patterns)]
    if isinstance(pattern, (ast.MatchSequence, ast.MatchOr)):
        return [(part, UNKNOWN) for part in pattern.patterns]
    return []
