"""A thread pool with more threads than the machine's cores can feed."""

from __future__ import annotations

import math
from collections.abc import Iterator

from concurrency_lint.findings import Finding, FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.practices.pools import PoolMade
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC401",
    name="oversized-thread-pool",
    summary="`{pool}` has {size} threads, more than twice the {cores} cores; use at most {limit}",
    help="bound the pool by twice the number of cores, or wait for many things at once with asyncio",
    since="0.1",
    fix="unsafe",
    fix_note="the size becomes `min(size, (os.cpu_count() or 1) * 2)`",
    explanation="""
    Threads beyond twice the number of cores take turns on the interpreter's lock. They cost
    memory and switching, and open as many connections as there are threads. The number of cores
    is the option `cores`, so that a finding does not depend on the machine that looks for it.

    Bad:

        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(max_workers=64)

    Good:

        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(max_workers=16)

    Limits: the size is followed through constants, arithmetic, settings and the defaults of
    environment variables; one that is known at run time only is silent. Pools of the library's
    own default size, and limiters that coroutines enter, are not judged.
    """,
)


@rule.on(PoolMade)
def check(pool: PoolMade, project: Project) -> Iterator[Finding]:
    if pool.workers != "thread" or math.isinf(pool.least) or pool.least <= pool.limit:
        return
    yield rule.at(
        pool.path,
        pool.span,
        pool.symbol,
        pool=pool.name,
        size=f"{pool.least:g}",
        cores=str(pool.limit // 2),
        limit=str(pool.limit),
        fix=_clamp(pool) if pool.size_keyword or pool.size_position >= 0 else None,
    )


def _clamp(pool: PoolMade) -> FixRequest:
    place = {"keyword": pool.size_keyword, "position": str(pool.size_position)}
    return FixRequest(fixer="clamp", data={**place, "factor": "2"})
