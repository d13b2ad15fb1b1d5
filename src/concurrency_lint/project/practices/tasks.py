"""Queued tasks as far as their decorators say: name, queue and limits that are written there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.practices.places import Placed

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_KEYS = ("idempotency", "replay", "dedup")
_KEY_ENDINGS = ("request_id", "event_id", "message_id", "_uuid")


class TaskDeclaration(Placed, frozen=True, kw_only=True):
    """A function that a library's decorator made a task.

    `limit` is the time after which it is ended, as far as the decorator says; `limit_known` tells that it says so.
    """

    name: str
    function: int
    queue: str
    limit: float | None
    limit_known: bool
    key: str


class Tasks:
    """The tasks of modules."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._known: dict[LinkedModule, list[TaskDeclaration]] = {}

    def of(self, module: LinkedModule) -> list[TaskDeclaration]:
        """The tasks that a module declares."""
        if module not in self._known:
            self._known[module] = list(self._declared(module))
        return self._known[module]

    def _declared(self, module: LinkedModule) -> Iterator[TaskDeclaration]:
        decorators = self._practices.evaluator.decorators
        for index, fact in enumerate(module.facts.functions):
            for decorator in fact.decorators:
                entry = decorators.entry(module, decorator)
                if entry is None or entry.makes is None:
                    continue
                given = self._options(module, decorator)
                limit, known = self._limit(module, given)
                own_name = self._text(module, given.get("name"))
                yield TaskDeclaration(
                    path=module.path,
                    span=self._practices.spots.of_definition(module, index),
                    symbol=module.symbol(index),
                    name=own_name or ("" if "name" in given else f"{module.name}.{fact.name}"),
                    function=index,
                    queue=self._text(module, given.get("queue")),
                    limit=limit,
                    limit_known=known,
                    key=next((p.name for p in fact.parameters if _is_key(p.name)), ""),
                )

    def _options(self, module: LinkedModule, decorator: int) -> dict[str, int]:
        reference = module.facts.references[decorator]
        return dict(reference.keywords) if isinstance(reference, model.Call) else {}

    def _limit(self, module: LinkedModule, given: dict[str, int]) -> tuple[float | None, bool]:
        """The earliest end that the decorator sets: the soft limit raises first."""
        limits = []
        for name in ("soft_time_limit", "time_limit"):
            if name in given:
                size = self._practices.sizes.of(Place(module, given[name]))
                if not size.known or size.least != size.most:
                    return None, False
                limits.append(size.least)
        return (min(limits), True) if limits else (None, "**" not in given)

    def _text(self, module: LinkedModule, index: int | None) -> str:
        if index is None:
            return ""
        origins = self._practices.origins.of(Place(module, index))
        reference = origins[0].reference if len(origins) == 1 else None
        return reference.value if isinstance(reference, model.Const) and isinstance(reference.value, str) else ""


def _is_key(name: str) -> bool:
    return any(word in name for word in _KEYS) or name.endswith(_KEY_ENDINGS)
