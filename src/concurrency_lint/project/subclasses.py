"""Which classes derive from a class: a question against the import direction, answered by a search of the bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import TYPE_CHECKING

from concurrency_lint.project.values import Class

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule, Modules

# Each begins with what is searched for fast; whether it begins its line is asked of the few that are found.
_HEADER = re.compile(rb"class[ \t]+\w+[ \t]*\(([^)#]*)")
_DECORATOR = re.compile(rb"@[ \t]*(?:\w+\.)*(\w+)")
_STATEMENT_CALL = re.compile(rb"\n(?:\w+\.)*(\w+)\(")
_ALIAS = re.compile(rb"[ \t]as[ \t]+(\w+)")
_WRITTEN = re.compile(rb"\.(\w+)[ \t]*=[^=]")
_OWN = (b"self", b"cls")
_LAST_WORD = re.compile(rb"(\w+)[ \t]*\Z")
_LONGEST_NAME = 200
_WORD = re.compile(rb"[A-Za-z_]\w*")
_STARTED = {
    word: re.compile(word + rb"\(\s*(?:coro\w*\s*=\s*)?((?:\w+\s*\.\s*)*)(\w+)")
    for word in (b"create_task", b"background_task", b"spawn_task", b"ensure_future", b"start_soon", b"ine_threadsafe")
}
MOST_SUBCLASSES = 8
"""A class with more subclasses than this is too general for its name to say which of them is meant."""
MOST_FILES = 64
"""A class with direct subclasses in more files than this is too general for its overrides to say anything."""


def base_names(source: bytes) -> frozenset[str]:
    """The names that class headers of a source mention among their bases, aliases replaced by what they stand for.

    Beside them, the names of decorators, as `@name`, of what module-level statements call, as `name()`, of the
    attributes of others that are assigned to, as `=name`, and of what is started as a task, as `~name`, `~self.name`
    or `~.name`.
    """
    source = b"\n" + source
    found = {
        b"%b": {word for bases in _begun_with(_HEADER, source) for word in _WORD.findall(bases)},
        b"@%b": set(_begun_with(_DECORATOR, source)),
        b"%b()": set(_STATEMENT_CALL.findall(source)),
    }
    aliases = _aliases(source, frozenset().union(*found.values()))
    for words in found.values():
        words.update(original for original, alias in aliases if alias in words)
    found[b"~%b"] = _started(source)
    found[b"=%b"] = {match[1] for match in _WRITTEN.finditer(source) if not source.endswith(_OWN, 0, match.start())}
    return frozenset((form % word).decode("utf-8", "replace") for form, words in found.items() for word in words)


def _started(source: bytes) -> set[bytes]:
    """What a source starts as tasks: the last name, behind `self.`, behind a dot, or alone."""
    found = set()
    for word, pattern in _STARTED.items():
        for match in pattern.finditer(source) if word in source else ():
            before = b"".join(match[1].split())
            found.add((b"self." if before in (b"self.", b"cls.") else b"." if before else b"") + match[2])
    return found


def _begun_with(pattern: re.Pattern[bytes], source: bytes) -> Iterator[bytes]:
    """The group of each match that stands first on its line."""
    for match in pattern.finditer(source):
        line = source.rfind(b"\n", 0, match.start()) + 1
        if not source[line : match.start()].strip(b" \t"):
            yield match[1]


def _aliases(source: bytes, of_interest: frozenset[bytes]) -> list[tuple[bytes, bytes]]:
    """`original as alias`, for the aliases of interest."""
    found = []
    for match in _ALIAS.finditer(source):
        if match[1] in of_interest:
            original = _LAST_WORD.search(source, max(0, match.start() - _LONGEST_NAME), match.start())
            if original is not None:
                found.append((original[1], match[1]))
    return found


class FileIndex:
    """For each name or mark, the files that have it."""

    def __init__(self, names_by_path: Iterable[tuple[str, frozenset[str]]]) -> None:
        self._paths: dict[str, list[str]] = {}
        for path, names in names_by_path:
            for name in names:
                self._paths.setdefault(name, []).append(path)

    def paths(self, name: str) -> list[str]:
        """The files with a name or mark, in the order in which they were given."""
        return self._paths.get(name, [])


class Subclasses:
    """Finds subclasses by linking the few files whose text mentions the class among the bases of another."""

    def __init__(self, index: Callable[[], FileIndex]) -> None:
        self._load = index
        self._index: FileIndex | None = None
        self._known: dict[Class, list[Class]] = {}
        self._modules: Modules | None = None
        self._evaluator: Evaluator | None = None

    def attach(self, evaluator: Evaluator) -> None:
        """Give it the means to link the files that it finds."""
        self._evaluator, self._modules = evaluator, evaluator.modules

    def of(self, cls: Class) -> list[Class]:
        """All classes that derive from `cls`, at any depth; none of the tests' unless `cls` is a test's own."""
        found = self._known.get(cls)
        if found is None:
            found = []
            waiting = [cls]
            while waiting:
                for sub in self._direct(waiting.pop(0)):
                    if sub not in found and sub is not cls and (cls.module.is_test or not sub.module.is_test):
                        found.append(sub)
                        waiting.append(sub)
            self._known[cls] = found
        return found

    def modules_with(self, name: str) -> list[LinkedModule]:
        """The modules whose files the index gives for a name; none where they are too many to say anything."""
        assert self._modules is not None
        paths = self._paths(name)
        if len(paths) > MOST_FILES:
            return []
        modules = [self._modules.at(path) for path in paths]
        return [module for module in modules if module is not None]

    def is_mentioned(self, name: str, among: Container[str] | None = None) -> bool:
        """Whether the index gives a file for a name that is no test, and one of these."""
        assert self._modules is not None
        paths = (path for path in self._paths(name) if among is None or path in among)
        return any(module is not None and not module.is_test for module in map(self._modules.at, paths))

    def _paths(self, name: str) -> list[str]:
        if self._index is None:
            self._index = self._load()
        return self._index.paths(name)

    def _direct(self, cls: Class) -> list[Class]:
        assert self._evaluator is not None
        found = []
        for module in self.modules_with(cls.fact.name):
            for position, fact in enumerate(module.facts.classes):
                if fact.bases:
                    candidate = self._evaluator.make.make(Class, module, position, None)
                    if cls in self._evaluator.ancestry.of(candidate)[1:]:
                        found.append(candidate)
        return found + self._structural(cls)

    def _structural(self, cls: Class) -> list[Class]:
        """The classes beside a protocol, in its own module, that have all that it asks for."""
        assert self._evaluator is not None
        if not self._evaluator.ancestry.is_protocol(cls):
            return []
        asked = {name for name in cls.fact.members if not name.startswith("__") or name == "__call__"}
        if not asked:
            return []
        found = []
        for position, fact in enumerate(cls.module.facts.classes):
            candidate = self._evaluator.make.make(Class, cls.module, position, None)
            offers = asked <= {*fact.members, *fact.attributes} and candidate is not cls
            if offers and not self._evaluator.ancestry.is_protocol(candidate):
                found.append(candidate)
        return found
