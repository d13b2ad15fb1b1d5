"""How the rules of this family turn a blocking call into a finding."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.blocking import BlockingCall
from concurrency_lint.rules.registry import Check, Rule


def reports(
    rule: Rule, *kinds: str, consequence: str = ", and everything else on the event loop waits with it"
) -> Check:
    """Register `rule` for blocking calls of the given kinds; `consequence` goes on where `blocks` ends."""

    @rule.on(BlockingCall)
    def check(call: BlockingCall, project: Project) -> Iterator[Finding]:
        if call.kind not in kinds:
            return
        yield rule.at(
            call.path,
            call.span,
            call.symbol,
            severity=min(call.severity, rule.severity, key=lambda severity: severity.rank),
            help=f"`{call.sink}` {call.blocks}{consequence}; {call.way_out}{_others(call)}",
            sink=call.sink,
            chain=call.chain,
            fix=None if rule.fix == "-" else call.fix,
            via=call.via,
            way_out=call.way_out,
        )

    return check


def _others(call: BlockingCall) -> str:
    if not call.others:
        return ""
    return f" ({call.others} more {'call' if call.others == 1 else 'calls'} in this module: see `every-call`)"
