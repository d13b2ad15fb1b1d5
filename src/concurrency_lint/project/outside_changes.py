"""Whether a call changes what outlasts the process, or what others see: files, databases, services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.project.below import MOST_FUNCTIONS, below
from concurrency_lint.project.last_names import called_name, words_of

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.graph import Graph
    from concurrency_lint.project.sites import Hit
    from concurrency_lint.project.values import Function

_READING = frozenset(
    {
        *("access", "all", "check", "compare", "count", "describe", "digest", "exists", "fetch", "fetchall"),
        *("fetchone", "find", "first", "get", "getaddrinfo", "getfqdn", "gethostbyaddr", "gethostbyname", "getmtime"),
        *("getsize", "glob", "group", "hash", "head", "hexdigest", "iglob", "is", "isdir", "isfile", "islink"),
        *("iterdir", "list", "listdir", "load", "loads", "lookup", "lstat", "one", "owner", "parse", "ping", "query"),
        *("read", "readable", "readline", "readlines", "readlink", "realpath", "recv", "resolve", "rglob"),
        *("samefile", "scalar", "scan", "scandir", "search", "seek", "select", "stat", "tell", "validate", "verify"),
        *("wait", "walk"),
    }
)
_CHANGING = frozenset(
    {
        *("add", "append", "apply", "clear", "commit", "copy", "create", "delete", "drop", "dump", "flush", "insert"),
        *("make", "mark", "mkdir", "move", "patch", "persist", "post", "publish", "purge", "push", "put", "record"),
        *("register", "remove", "rename", "replace", "reset", "save", "send", "set", "store", "touch", "unlink"),
        *("update", "upload", "upsert", "write"),
    }
)
_HARMLESS_KINDS = ("cpu", "sleep", "wait", "lock", "input")
_OPENING = "open"
_MODES = frozenset("rwxabtU+")
_WRITING_MODES = frozenset("wxa+")


class OutsideChanges:
    """Judges calls; what each function does below it is remembered."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[Function, bool] = {}

    def makes(self, caller: Function, operation: Operation) -> bool:
        """Whether an operation may change something outside: it does unless all that is known of it only reads."""
        if not _CHANGING.isdisjoint(words_of(called_name(caller, operation))):
            return True
        return any(
            any(_changes(caller, operation, hit) for hit in site.effects.hits)
            or any(map(self._below_changes, site.effects.runs))
            for site in self._graph.at(caller, operation)
        )

    def _below_changes(self, start: Function) -> bool:
        if start not in self._known:
            functions = below(self._graph, start)
            self._known[start] = len(functions) > MOST_FUNCTIONS or any(map(self._own, functions))
        return self._known[start]

    def _own(self, function: Function) -> bool:
        return self._graph.knows(function) and any(
            _changes(function, site.operation, hit)
            for site in self._graph.node(function).sites
            for hit in site.effects.hits
        )


def _changes(function: Function, operation: Operation, hit: Hit) -> bool:
    """Whether a library's call changes something, as its name says."""
    last = hit.name.rpartition(".")[2]
    if hit.entry.kind in _HARMLESS_KINDS:
        return False
    if last == _OPENING:
        return _opens_to_write(function, operation)
    return words_of(last)[0] not in _READING


def _opens_to_write(function: Function, operation: Operation) -> bool:
    """Whether a file is opened in a mode that may write, wherever among the arguments that stands."""
    references = function.module.facts.references
    call = references[operation.reference]
    if not isinstance(call, model.Call):
        return True
    for position, place in [*enumerate(call.arguments), *call.keywords]:
        given = references[place]
        if isinstance(given, model.Const) and isinstance(given.value, str) and _MODES.issuperset(given.value):
            if not _WRITING_MODES.isdisjoint(given.value):
                return True
        elif position in ("mode", "**", 1):
            return True
    return False
