"""Compose files: services with their commands, images and mounts, and where each of them stands."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from concurrency_lint.findings import Span
from concurrency_lint.project.celery.worker_commands import Command, from_words, parsed

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

_NAME = re.compile(r"(docker-)?compose[\w.-]*\.ya?ml", re.IGNORECASE)
_OF_LIBRARY = re.compile(r"(docker-)?compose[.-]celery[\w.-]*\.ya?ml", re.IGNORECASE)
_DEEPEST = 6
_DEFAULT = re.compile(r"\$\{\w+:?-([^}]*)\}")


class Service(NamedTuple):
    """One service, its `extends` and merge keys resolved."""

    name: str
    path: str
    span: Span
    keys: dict[str, Node]

    @property
    def commands(self) -> list[Command]:
        """The library's command lines that it runs."""
        found = []
        for key in ("entrypoint", "command"):
            node = self.keys.get(key)
            command = None if node is None else command_of(node, self.path)
            if command is not None:
                found.append(command)
        return found

    @property
    def image(self) -> str:
        """The image, defaults of variables put in."""
        value = plain(self.keys.get("image"))
        return _DEFAULT.sub(r"\1", value) if isinstance(value, str) else ""

    @property
    def is_worker(self) -> bool:
        """By its command, else by its name."""
        if self.commands:
            return any(command.subcommand == "worker" for command in self.commands)
        return "worker" in self.name.lower() and "command" not in self.keys

    @property
    def is_beat(self) -> bool:
        """By its command, else by its name."""
        if self.commands:
            return any(c.subcommand == "beat" or "beat" in c.options for c in self.commands)
        return "beat" in self.name.lower() and "command" not in self.keys

    def span_of(self, key: str) -> Span:
        """Where the value of a key stands; the service's own name where that is in another file."""
        node = self.keys.get(key)
        if node is None or node.start_mark.name != self.path:
            return self.span
        return span_of(node)

    def environment(self) -> dict[str, str]:
        """The variables that it is given."""
        value = plain(self.keys.get("environment"))
        if isinstance(value, dict):
            return {str(key): _DEFAULT.sub(r"\1", str(each)) for key, each in value.items()}
        pairs = [str(each).partition("=") for each in value] if isinstance(value, list) else []
        return {key: _DEFAULT.sub(r"\1", each) for key, _, each in pairs}

    def mounts(self) -> list[str]:
        """The sources of its volumes."""
        value = plain(self.keys.get("volumes"))
        found = []
        for each in value if isinstance(value, list) else ():
            if isinstance(each, dict):
                found.append(str(each.get("source", "")))
            else:
                found.append(_DEFAULT.sub(r"\1", str(each)).partition(":")[0])
        configs = plain(self.keys.get("configs"))
        return found + ([str(each) for each in configs] if isinstance(configs, list) else [])


class ComposeFile(NamedTuple):
    """One file with its services; `head` is where `services` stands."""

    path: str
    services: list[Service]
    head: Span

    @property
    def of_library(self) -> bool:
        """Whether its name says that it is about the task queue."""
        return _OF_LIBRARY.fullmatch(os.path.basename(self.path)) is not None


class ComposeFiles:
    """The compose files of a project."""

    def __init__(self, documents: Callable[[], Iterable[tuple[str, str]]]) -> None:
        self._documents = documents
        self._files: list[ComposeFile] | None = None
        self._roots: dict[str, MappingNode | None] = {}
        self._texts: dict[str, str] = {}

    def all(self) -> list[ComposeFile]:
        """Every compose file that can be read, those of the task queue first."""
        if self._files is None:
            self._texts = dict(self._documents())
            found = []
            for path in self._texts:
                if _NAME.fullmatch(os.path.basename(path)):
                    file = self._file(path)
                    if file is not None:
                        found.append(file)
            self._files = sorted(found, key=lambda file: (not file.of_library, file.path))
        return self._files

    def text(self, path: str) -> str:
        """The text of a document."""
        return self._texts.get(path, "")

    def documents(self) -> dict[str, str]:
        """All documents, by path."""
        self.all()
        return self._texts

    def _file(self, path: str) -> ComposeFile | None:
        root = self._root(path)
        services: Any = None if root is None else _value(root, "services")
        if root is None or not _is_mapping(services):
            return None
        head = next(key for key, _ in root.value if key.value == "services")
        found = []
        for key, value in services.value:
            if _is_mapping(value):
                keys = self._keys(path, value, 0)
                found.append(Service(str(key.value), path, span_of(key), keys))
        return ComposeFile(path, found, span_of(head))

    def _root(self, path: str) -> MappingNode | None:
        if path not in self._roots:
            self._roots[path] = _composed(path, self._texts[path]) if path in self._texts else None
        return self._roots[path]

    def _keys(self, path: str, service: MappingNode, depth: int) -> dict[str, Node]:
        """The keys of a service: those of what it extends, of merge keys, and its own on top."""
        own = _merged(service, 0)
        extends = own.pop("extends", None)
        if extends is None or depth > _DEEPEST:
            return own
        name, other = plain(extends), path
        if isinstance(name, dict):
            file = name.get("file")
            other = os.path.normpath(os.path.join(os.path.dirname(path), str(file))) if file else path
            name = name.get("service")
        root = self._root(other)
        services: Any = None if root is None else _value(root, "services")
        extended: Any = _value(services, str(name)) if _is_mapping(services) else None
        inherited = self._keys(other, extended, depth + 1) if _is_mapping(extended) else {}
        return {**inherited, **own}


def _composed(path: str, text: str) -> MappingNode | None:
    # Only projects with compose files pay for this import.
    import yaml

    try:
        loader = yaml.SafeLoader(text)
        loader.name = path
        node: Any = loader.get_single_node()
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return node if _is_mapping(node) else None


def _is_mapping(node: Any) -> bool:
    return getattr(node, "id", "") == "mapping"


def _value(node: Any, key: str) -> Any:
    return _merged(node, 0).get(key) if _is_mapping(node) else None


def _merged(node: Any, depth: int) -> dict[str, Any]:
    """The keys of a mapping; what `<<` brings stands behind its own."""
    found: dict[str, Any] = {}
    own: dict[str, Any] = {}
    for key, value in node.value:
        if key.value == "<<" and depth < _DEEPEST:
            for each in value.value if getattr(value, "id", "") == "sequence" else [value]:
                if _is_mapping(each):
                    found = {**_merged(each, depth + 1), **found}
        else:
            own[str(key.value)] = value
    return {**found, **own}


def plain(node: Any, depth: int = 0) -> Any:
    """A node as Python data, scalars as text."""
    kind = getattr(node, "id", "")
    if kind == "scalar":
        return node.value
    if depth > _DEEPEST:
        return None
    if kind == "sequence":
        return [plain(each, depth + 1) for each in node.value]
    if kind == "mapping":
        return {key: plain(value, depth + 1) for key, value in _merged(node, 0).items()}
    return None


def span_of(node: Any) -> Span:
    """The stretch of a node; of the first line only, where it goes on over several."""
    start, end = node.start_mark, node.end_mark
    column = end.column if end.line == start.line else start.column + 1
    return Span(start.line + 1, start.column, start.line + 1, max(column, start.column + 1))


def command_of(node: Any, path: str) -> Command | None:
    """The library's command line in the value of `command`."""
    value = plain(node)
    line = node.start_mark.line + 1
    if isinstance(value, list):
        words = [str(word) for word in value]
        for position, word in enumerate(words):
            if os.path.basename(word) == "celery":
                return from_words(words[position:], path, line)
        joined = " ".join(words)
    else:
        joined = " ".join(str(value).split())
    match = re.search(r"(?<![\w.-])(?:[\w./-]*/)?celery\s", joined + " ")
    return None if match is None else parsed(joined[match.start() :], path, line)
