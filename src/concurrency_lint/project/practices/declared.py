"""Tasks, queues and topics that modules declare or use, as a document about them would name them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import Publish
from concurrency_lint.facts import model
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.consumers import ConsumerUse
from concurrency_lint.project.practices.messages import MessageUse
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.queues import Queues
from concurrency_lint.project.values import Class, Instance

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_SUBSCRIPTION = "subscriptions/"
_TOPICS = "topics/"


class Declared(Placed, frozen=True, kw_only=True):
    """Something that a document is to describe: `kind` is task, queue or topic."""

    kind: str
    name: str
    document: str
    schema: str = ""
    key: str = ""
    documented: bool = True


class Declarations:
    """What of modules belongs into a document, and which document that is."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices
        self._messages = MessageUse(practices)
        self._consumers = ConsumerUse(practices)
        self._queues = Queues(practices)

    def of(self, module: LinkedModule) -> Iterator[Declared]:
        """The tasks, queues and topics of a module, each name once."""
        seen: set[tuple[str, str]] = set()
        document = self.document_of(module.path)
        for each in self._all(module, document):
            if each.name and (each.kind, each.name) not in seen:
                seen.add((each.kind, each.name))
                yield each

    def document_of(self, path: str) -> str:
        """The document about a module: the nearest above it, else where the project's would stand."""
        settings = self._practices.settings
        names = settings.messages_document
        folder = Path(path).parent
        while True:
            for name in names:
                if (folder / name).is_file():
                    return str(folder / name)
            if folder in (settings.root, folder.parent):
                return str(settings.root / names[0]) if names else ""
            folder = folder.parent

    def _all(self, module: LinkedModule, document: str) -> Iterator[Declared]:
        for task in self._practices.tasks.of(module):
            declared = Declared(
                path=task.path,
                span=task.span,
                symbol=task.symbol,
                kind="task",
                name=task.name,
                document=document,
                key=task.key,
            )
            yield declared
        for queue in self._queues.of(module):
            yield Declared(
                path=module.path,
                span=queue.span,
                symbol=queue.symbol,
                kind="queue",
                name=queue.name,
                document=document,
            )
        for publication in self._messages.published(module):
            yield Declared(
                path=publication.path,
                span=publication.span,
                symbol=publication.symbol,
                kind="topic",
                name=_topic(publication.topic),
                document=document,
                schema=self._schema(module, publication),
            )
        for consumer in self._consumers.declared(module):
            for topic in consumer.topics:
                yield Declared(
                    path=consumer.path,
                    span=consumer.span,
                    symbol=consumer.symbol,
                    kind="topic",
                    name=_topic(topic),
                    document=document,
                )

    def _schema(self, module: LinkedModule, publication: Placed) -> str:
        """The class of what is published, where one stands in the payload."""
        for use in self._practices.uses.of(module, Publish):
            if self._practices.spots.of_operation(module, use.operation) != publication.span:
                continue
            role = use.role
            assert isinstance(role, Publish)
            payload = self._practices.origins.argument(use.place, role.payload)
            if isinstance(payload, Place):
                return self._class_in(payload)
        return ""

    def _class_in(self, place: Place, depth: int = 0) -> str:
        for value in self._practices.origins.values(place):
            cls = value.cls if isinstance(value, Instance) else value
            if isinstance(cls, Class):
                return str(cls.fact.name)
        if depth < 6:
            for origin in self._practices.origins.of(place):
                reference = origin.reference
                if isinstance(reference, model.Call):
                    for index in (reference.function, *reference.arguments):
                        found = self._class_in(origin.at(index), depth + 1)
                        if found:
                            return found
                if isinstance(reference, model.Attribute):
                    return self._class_in(origin.at(reference.base), depth + 1)
        return ""


def _topic(name: str) -> str:
    """The bare name of a topic; a subscription belongs to a topic that it does not name."""
    if _SUBSCRIPTION in name or "://" in name:
        return ""
    return name.rpartition(_TOPICS)[2]
