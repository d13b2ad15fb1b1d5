"""A synchronous database, ORM or cache client on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC105",
    name="blocking-database",
    summary="`{sink}` blocks the event loop{via}; {way_out}",
    help="use the library's asynchronous client, or send the work to a thread",
    since="0.1",
    severity=Severity.ERROR,
    fix="unsafe",
    fix_note="offload to a thread",
    explanation="""
    A synchronous database driver waits for the server, for a lock or for the disk. One slow
    query stops every request of the process.

    Bad:

        import redis

        cache = redis.Redis()

        async def visits(user_id):
            return cache.get(f"visits:{user_id}")

    Good:

        import redis.asyncio

        cache = redis.asyncio.Redis()

        async def visits(user_id):
            return await cache.get(f"visits:{user_id}")

    Limits: what only builds a query (`Session.add`, `QuerySet.filter`, `collection.find()`) is
    not reported; what runs it is. Under `AsyncSession.run_sync` a session does not block.
    """,
)

check = reports(rule, "database")
