"""Who answers for each type of fact that rules about practices subscribe to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices import Practices
from concurrency_lint.project.practices.consumers import Consumer, ConsumerUse, DroppedTrace
from concurrency_lint.project.practices.declared import Declarations, Declared
from concurrency_lint.project.practices.documents import Document, parse
from concurrency_lint.project.practices.handoffs import FanOut, HandoffUse, HeldWork, RawHandoff
from concurrency_lint.project.practices.imports import SyncImport, sync_imports
from concurrency_lint.project.practices.messages import MessageUse, Publication
from concurrency_lint.project.practices.pools import PoolMade, PoolUse, ThreadStarted
from concurrency_lint.project.practices.received import Received, UncheckedMessage
from concurrency_lint.project.practices.requests import (
    IdleCoroutine,
    RequestEnqueue,
    RequestUse,
    RequestWork,
    WaitingRoute,
)
from concurrency_lint.project.practices.settings_of_tests import EagerSetting, LiveBroker, SettingsOfTests
from concurrency_lint.project.practices.timed_tests import TimedTests, UntestedTask, UntimedTest

Answer = Callable[[Practices, list[LinkedModule]], Iterable[Any]]


def _served(modules: list[LinkedModule]) -> list[LinkedModule]:
    """The modules that hold no tests."""
    return [module for module in modules if not module.is_test]


def _pools(practices: Practices, modules: list[LinkedModule]) -> Iterator[PoolMade]:
    for module in _served(modules):
        yield from practices.one(PoolUse).made(module)


def _threads(practices: Practices, modules: list[LinkedModule]) -> Iterator[ThreadStarted]:
    for module in _served(modules):
        yield from practices.one(PoolUse).started(module)


def _declared(practices: Practices, modules: list[LinkedModule]) -> Iterator[Declared]:
    """What modules declare, and whether a document has an entry for it."""
    declarations = practices.one(Declarations)
    documents: dict[str, Document] = {}
    for module in _served(modules):
        for each in declarations.of(module):
            if each.document not in documents:
                documents[each.document] = parse(_text(each.document))
            entries = documents[each.document].entries
            yield msgspec.structs.replace(each, documented=any(entry.names(each.name) for entry in entries))


def _text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _messages(of: Callable[[Any, LinkedModule], Iterable[Any]], maker: Callable[[Practices], Any]) -> Answer:
    def answer(practices: Practices, modules: list[LinkedModule]) -> Iterator[Any]:
        finder = practices.one(maker)
        for module in _served(modules):
            yield from of(finder, module)

    return answer


def _tests(of: Callable[[Any, LinkedModule], Iterable[Any]], maker: Callable[[Practices], Any]) -> Answer:
    def answer(practices: Practices, modules: list[LinkedModule]) -> Iterator[Any]:
        finder = practices.one(maker)
        for module in modules:
            yield from of(finder, module)

    return answer


PROVIDERS: Mapping[type, Answer] = {
    PoolMade: _pools,
    ThreadStarted: _threads,
    HeldWork: lambda practices, modules: practices.one(HandoffUse).held(_served(modules)),
    RawHandoff: lambda practices, modules: practices.one(HandoffUse).raw(_served(modules)),
    RequestWork: lambda practices, modules: practices.one(RequestUse).work(_served(modules)),
    RequestEnqueue: lambda practices, modules: practices.one(RequestUse).enqueues(_served(modules)),
    IdleCoroutine: lambda practices, modules: practices.one(RequestUse).idle(_served(modules)),
    WaitingRoute: lambda practices, modules: practices.one(RequestUse).waiting(_served(modules)),
    SyncImport: lambda practices, modules: sync_imports(practices, _served(modules)),
    Publication: _messages(MessageUse.published, MessageUse),
    Consumer: _messages(ConsumerUse.declared, ConsumerUse),
    UncheckedMessage: _messages(Received.unchecked, Received),
    DroppedTrace: _messages(ConsumerUse.dropped, ConsumerUse),
    Declared: _declared,
    EagerSetting: _tests(SettingsOfTests.eager, SettingsOfTests),
    LiveBroker: _tests(SettingsOfTests.live, SettingsOfTests),
    UntimedTest: _tests(TimedTests.untimed, TimedTests),
    UntestedTask: _tests(TimedTests.untested, TimedTests),
    FanOut: lambda practices, modules: practices.one(HandoffUse).fanned_out(_served(modules)),
}
