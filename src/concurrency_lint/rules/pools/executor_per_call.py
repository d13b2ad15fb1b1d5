"""A pool that lives as long as one call, or for ever."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.practices.pools import PoolMade
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC403",
    name="executor-per-call",
    summary="`{pool}` {problem}; {way_out}",
    help="make one pool where the process starts, and shut it down where it ends",
    since="0.1",
    explanation="""
    A pool made in a route handler or a coroutine starts its threads or processes anew with every
    call, and its size bounds nothing: ten requests make ten pools. One that nothing shuts down
    keeps its threads.

    Bad:

        from concurrent.futures import ThreadPoolExecutor

        async def thumbnails(loop, images):
            pool = ThreadPoolExecutor(4)
            return [await loop.run_in_executor(pool, image.load) for image in images]

    Good:

        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(4)

        async def thumbnails(loop, images):
            return [await loop.run_in_executor(pool, image.load) for image in images]

    Limits: a pool that is kept (at module level, in an attribute), returned or passed on is all
    right, and so is one that a plain function makes in a `with` statement. What the program runs
    once, such as `main` and lifespan handlers, may make its own.
    """,
)

_WORDS = {
    "call": ("is made anew by every call of `{owner}`", "make one for the process and share it"),
    "leaked": ("is never shut down, and `{owner}` makes one with each call", "use a `with` statement or share one"),
}


@rule.on(PoolMade)
def check(pool: PoolMade, project: Project) -> Iterator[Finding]:
    if not pool.lifetime:
        return
    problem, way_out = _WORDS[pool.lifetime]
    yield rule.at(
        pool.path,
        pool.span,
        pool.symbol,
        pool=pool.name,
        problem=problem.format(owner=pool.owner),
        way_out=way_out,
    )
