"""The project: modules linked on demand, and the questions that rules ask of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from concurrency_lint.catalogue.lookup import Catalogue
from concurrency_lint.config import Settings
from concurrency_lint.facts.model import ModuleFacts
from concurrency_lint.project.blocking import BlockingCall, BlockingCalls
from concurrency_lint.project.celery.providers import TASK_FACTS
from concurrency_lint.project.celery.tasks import CeleryProject
from concurrency_lint.project.evaluate import Evaluator
from concurrency_lint.project.linker import Linker
from concurrency_lint.project.modules import LinkedModule, Modules
from concurrency_lint.project.practices import Practices
from concurrency_lint.project.practices.providers import PROVIDERS
from concurrency_lint.project.settling import Settling
from concurrency_lint.project.subclasses import FileIndex, Subclasses
from concurrency_lint.project.text import Texts

__all__ = ["Project"]


class Project:
    """Everything known of one project. Grows with the modules that are asked about."""

    def __init__(
        self,
        settings: Settings,
        *,
        read: Callable[[str], ModuleFacts | None],
        read_bytes: Callable[[str], bytes],
        index: Callable[[], FileIndex],
        mentions: Callable[[], FileIndex],
        documents: Callable[[], Iterable[tuple[str, str]]],
        shows_documents: bool = True,
    ) -> None:
        self.settings = settings
        self.catalogue = Catalogue(settings.catalogue)
        self.modules = Modules(settings, self.catalogue, read)
        self.texts = Texts(read_bytes)
        subclasses = Subclasses(index)
        self.evaluator = Evaluator(self.modules, self.catalogue, subclasses)
        subclasses.attach(self.evaluator)
        if settings.settle:
            self.evaluator.externals.settling = Settling(self.evaluator, self.texts)
        self._mentions, self._documents = cache(mentions), documents
        self.evaluator.namespaces.attach(self._mentions)
        self.shows_documents = shows_documents
        """Whether findings may stand in files other than Python's."""
        self.linker = Linker(self.evaluator)
        self.practices = Practices(settings, self.linker, self.texts, read_bytes, lambda: self.celery)
        self._blocking = BlockingCalls(self.linker, self.texts, settings.nonblocking, every_call=settings.every_call)

    def facts(self, fact_type: type, modules: list[LinkedModule], enabled: frozenset[str]) -> Iterable[Any]:
        """The facts of one type that these modules hold, as far as the enabled codes need them."""
        return _PROVIDERS[fact_type](self, modules, enabled)

    def blocking_calls(self, modules: list[LinkedModule], enabled: frozenset[str]) -> Iterator[BlockingCall]:
        """What blocks a loop in these modules, of the kinds that the enabled codes are about."""
        return self._blocking.of(modules, enabled)

    @property
    def unknown_on_loop(self) -> int:
        """Calls on a loop, in the modules asked about so far, of which nothing is known."""
        return self._blocking.unknown_on_loop

    @cached_property
    def celery(self) -> CeleryProject:
        """What is known of Celery."""
        root = str(self.settings.root)
        return CeleryProject(self.linker, self.texts, self._mentions(), self._documents, root)


def _of_practices(
    answer: Callable[[Practices, list[LinkedModule]], Iterable[Any]],
) -> Callable[[Project, list[LinkedModule], frozenset[str]], Iterable[Any]]:
    return lambda project, modules, enabled: answer(project.practices, modules)


_PROVIDERS: Mapping[type, Callable[[Project, list[LinkedModule], frozenset[str]], Iterable[Any]]] = {
    BlockingCall: Project.blocking_calls,
    **{kind: _of_practices(answer) for kind, answer in PROVIDERS.items()},
    **TASK_FACTS,
}
"""Who answers for each type of fact that rules subscribe to."""
