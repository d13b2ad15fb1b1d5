"""What a project is made of: tasks, topics, publishers, subscribers, pools and routes, in order of their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.consumers import ConsumerUse
from concurrency_lint.project.practices.declared import Declarations
from concurrency_lint.project.practices.messages import MessageUse
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.pools import PoolUse

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices


class Item(Placed, frozen=True, kw_only=True):
    """Something worth listing; what is reported on any of `lines` is about it."""

    kind: str
    name: str
    lines: tuple[int, ...]


def items(practices: Practices, modules: list[LinkedModule]) -> Iterator[Item]:
    """The items of modules; those of tests are not the service's."""
    for module in modules:
        if not module.is_test:
            yield from sorted(_of_module(practices, module), key=lambda item: (item.span, item.kind, item.name))


def _of_module(practices: Practices, module: LinkedModule) -> Iterator[Item]:
    messages = MessageUse(practices)
    began = {task.span: task.declared_from for task in practices.tasks.of(module)}
    for declared in Declarations(practices).of(module):
        yield _item(declared, declared.kind, declared.name, began.get(declared.span))
    for publication in messages.published(module):
        yield _item(publication, "publisher", f"{publication.client} {publication.topic or publication.call}")
    for consumer in ConsumerUse(practices).declared(module):
        yield _item(consumer, "subscriber", f"{consumer.client} {', '.join(consumer.topics) or consumer.call}")
    for pool in PoolUse(practices).made(module):
        yield _item(pool, f"{pool.workers} pool", pool.name)
    for index, route in practices.route_functions(module).items():
        fact = route.fact
        on_loop = fact.asynchronous or bool(practices.timing.phase(module, index))
        kind = "route on the loop" if on_loop and route.role.asynchronous else "route"
        yield Item(
            path=module.path,
            span=practices.spots.of_definition(module, index),
            symbol=module.symbol(index),
            kind=kind,
            name=fact.symbol,
            lines=tuple(range(fact.line, fact.end_line + 1)),
        )


def _item(placed: Placed, kind: str, name: str, began: int | None = None) -> Item:
    return Item(
        path=placed.path,
        span=placed.span,
        symbol=placed.symbol,
        kind=kind,
        name=name,
        lines=tuple(range(min(began or placed.span.line, placed.span.line), placed.span.end_line + 1)),
    )
