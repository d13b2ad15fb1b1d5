"""Comments that silence nothing: no finding stands on their line, and no chain ends or passes there."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable, Iterator

from concurrency_lint.facts.model import Operation
from concurrency_lint.findings import Finding, FixRequest, Span
from concurrency_lint.project import Project
from concurrency_lint.project.blocking import CODES
from concurrency_lint.project.graph import Trust
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.reach import Reach
from concurrency_lint.project.values import Function
from concurrency_lint.rules.registry import all_rules

UNUSED = "CNC901"
_COMMENT = re.compile(r"#\s*noqa\b", re.IGNORECASE)


class _NoTrust(Trust):
    """Vouches for nothing: what a comment silences shows."""

    def function(self, function: Function, kind: str) -> bool:
        return False

    def line(self, function: Function, line: int, kind: str) -> bool:
        return False


def unused_suppressions(
    project: Project, modules: Iterable[LinkedModule], found: list[Finding], enabled: frozenset[str]
) -> Iterator[Finding]:
    """The comments of modules whose codes are enabled and silence nothing."""
    for module in modules:
        if not module.facts.trusted_lines:
            continue
        comments = _comment_lines(project.texts.of(module.path).text or "")
        silenced = [(finding.code, finding.span) for finding in found if finding.path == module.path]
        for line, prefixes in module.facts.trusted_lines.items():
            for prefix in prefixes if line in comments else ():
                judged = [code for code in all_rules() if code.startswith(prefix)]
                if prefix == UNUSED or not judged or not enabled.issuperset(judged):
                    continue
                if any(code.startswith(prefix) and span.line <= line <= span.end_line for code, span in silenced):
                    continue
                if not _trusts_something(project, module, line, prefix):
                    yield _finding(project, module, line, prefix)


def _comment_lines(text: str) -> set[int]:
    """The lines with a comment; what looks like one inside a string is none."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    try:
        return {token.start[0] for token in tokens if token.type == tokenize.COMMENT}
    except (tokenize.TokenError, SyntaxError):
        return set()


def _trusts_something(project: Project, module: LinkedModule, line: int, prefix: str) -> bool:
    """Whether a chain that somebody's coroutine could take ends on the line, or passes a `def` there."""
    practices = project.practices
    reach = Reach(
        practices.linker,
        lambda hit: hit.entry.kind,
        _NoTrust((), lambda kind: ""),
    )
    wanted = {kind for kind, code in CODES.items() if code.startswith(prefix)} or set(CODES)
    for index, fact in enumerate(module.facts.functions):
        here = [operation for operation in fact.operations if operation.line <= line <= operation.end_line]
        defined = fact.line == line
        if fact.asynchronous or not (defined or here):
            continue
        function = practices.evaluator.make.make(Function, module, index, None)
        reach.explore((function,))
        if defined and not wanted.isdisjoint(reach.labels(function)):
            return True
        if _reached(reach, function, here, wanted):
            return True
    return False


def _reached(reach: Reach, function: Function, here: list[Operation], wanted: set[str]) -> bool:
    lines = {id(operation) for operation in here}
    if any(id(operation) in lines and hit.entry.kind in wanted for operation, hit in reach.hits(function)):
        return True
    return any(
        id(edge.operation) in lines and not wanted.isdisjoint(reach.labels(edge.target))
        for edge in reach.edges(function)
    )


def _finding(project: Project, module: LinkedModule, line: int, prefix: str) -> Finding:
    text = project.practices.spots.line(module, line)
    comment = _COMMENT.search(text)
    start = comment.start() if comment else 0
    span = Span(line, start, line, len(text))
    fix = FixRequest(fixer="comment", data={"code": prefix})
    return all_rules()[UNUSED].at(module.path, span, module.name, silenced=prefix, fix=fix)
