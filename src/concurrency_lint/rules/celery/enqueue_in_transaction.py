"""A task that is sent before the rows that it reads are there."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.celery.transactions import EnqueueInTransaction
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC217",
    name="enqueue-in-transaction",
    summary=(
        "`{task}` is sent{via} while `{transaction}` is open, so it may run before the commit, or after a "
        "rollback; send it on commit"
    ),
    help="use `transaction.on_commit`, `delay_on_commit`, or send the task behind the block",
    since="0.1",
    fix="unsafe",
    fix_note="`delay_on_commit` where the task surely has that, else `transaction.on_commit(functools.partial(...))`",
    explanation="""
    The broker delivers at once. A worker that is quick looks for rows that no other connection can
    see yet; after a rollback it works on rows that never were.

    Bad:

        from celery import shared_task
        from django.db import transaction

        @shared_task
        def send_invoice(order_id): ...

        def place(order):
            with transaction.atomic():
                order.save()
                send_invoice.delay(order.pk)

    Good:

        from celery import shared_task
        from django.db import transaction

        @shared_task
        def send_invoice(order_id): ...

        def place(order):
            with transaction.atomic():
                order.save()
                transaction.on_commit(lambda: send_invoice.delay(order.pk))

    Limits: `ATOMIC_REQUESTS` counts for views where it is literally true in every settings module.
    """,
)
_LOST = (
    "`{}` may take out, with the same commit, the only record of what is to be sent; see what is lost if the broker "
    "fails after it"
)


@rule.on(EnqueueInTransaction)
def check(found: EnqueueInTransaction, project: Project) -> Iterator[Finding]:
    yield rule.at(
        found.path,
        found.span,
        found.symbol,
        task=found.task,
        via=found.via,
        transaction=found.transaction,
        chain=found.chain if len(found.chain) > 1 else (),
        fix=_fix(found),
    )


def _fix(found: EnqueueInTransaction) -> FixRequest:
    if found.hook is None:
        return FixRequest(refusal="nothing is known that sends it on commit; send it behind the block")
    if len(found.chain) > 1:
        return FixRequest(refusal="it is sent further down, where there may be no transaction; send it on commit there")
    if found.taken_out:
        return FixRequest(refusal=_LOST.format(found.taken_out))
    data = {"hook": found.hook.hook, "opener": found.opener}
    if found.methods is not None:
        data |= {"suffix": found.methods.suffix, "library": found.methods.library, "since": found.methods.since}
    return FixRequest(fixer="on_commit", data=data)
