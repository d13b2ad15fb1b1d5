"""Settings of tests: tasks that run in place, brokers that are real, and how long a test may take."""

from __future__ import annotations

import configparser
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from concurrency_lint.catalogue.roles_schema import Connect, TestWord
from concurrency_lint.facts import model
from concurrency_lint.findings import Span
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.origins import Place
from concurrency_lint.project.practices.places import Placed
from concurrency_lint.project.practices.usage import Use

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_INI_FILES = (("pytest.ini", "pytest"), ("tox.ini", "pytest"), ("setup.cfg", "tool:pytest"))


class EagerSetting(Placed, frozen=True, kw_only=True):
    """A setting of tests that runs tasks in place of queueing them."""

    setting: str


class LiveBroker(Placed, frozen=True, kw_only=True):
    """A client that a test makes for a broker which nothing stands in for."""

    client: str
    call: str


class SettingsOfTests:
    """Finds what tests are set up with."""

    def __init__(self, practices: Practices) -> None:
        self._practices = practices

    def eager(self, module: LinkedModule) -> Iterator[EagerSetting]:
        """Eager settings of a test module, or of settings for tests."""
        if not (module.is_test or Path(module.path).stem == "testing"):
            return
        for word in self.words("eager"):
            if not _holds(module, word):
                continue
            pattern = re.compile(rf"\b{word}\b[\"']?\]?\s*[=:,]\s*True\s*(?:[,)}}\]]|$)")
            for number, line in enumerate(self._practices.spots.lines(module), start=1):
                found = pattern.search(line.partition("#")[0].rstrip())
                if found:
                    span = Span(number, found.start(), number, found.start() + len(word))
                    yield EagerSetting(path=module.path, span=span, symbol=module.name, setting=word)

    def live(self, module: LinkedModule) -> Iterator[LiveBroker]:
        """Clients for real brokers that a test module makes."""
        uses = self._practices.uses.of(module, Connect) if module.is_test else []
        if not uses:
            return
        near = self._near(module)
        for use in uses:
            role = use.role
            assert isinstance(role, Connect)
            words = [
                entry.word
                for entry in self._practices.roles.every(TestWord)
                if entry.means in ("stand-in", "skips") and (not entry.clients or role.client in entry.clients)
            ]
            if any(word in near for word in words) or self._is_replaced(module, use):
                continue
            if self._is_written(use, role):
                yield LiveBroker(**self._practices.placed(use), client=role.client, call=use.name.rpartition(".")[2])

    def words(self, means: str) -> list[str]:
        """The words of tests with a meaning."""
        return [entry.word for entry in self._practices.roles.every(TestWord) if entry.means == means]

    def timeout_of_project(self, module: LinkedModule) -> float | None:
        """The timeout that the project's configuration sets for every test."""
        for path, values in _configurations(Path(module.path).parent, self._practices.settings.root):
            found = _timeout(values)
            if found is not None or path.name == "pytest.ini":
                return found
        return None

    def _near(self, module: LinkedModule) -> str:
        """The text of a test module and of every conftest.py above it."""
        texts = ["\n".join(self._practices.spots.lines(module))]
        folder = Path(module.path).parent
        while True:
            conftest = folder / "conftest.py"
            if conftest.is_file():
                texts.append(conftest.read_text(encoding="utf-8", errors="replace"))
            if folder in (self._practices.settings.root, folder.parent):
                return "\n".join(texts)
            folder = folder.parent

    def _is_replaced(self, module: LinkedModule, use: Use) -> bool:
        """Whether the tests patch the client by its name."""
        last = use.name.rpartition(".")[2]
        return any(
            isinstance(reference, model.Const)
            and isinstance(reference.value, str)
            and reference.value.rpartition(".")[2] == last
            and "." in reference.value
            for reference in module.facts.references
        )

    def _is_written(self, use: Use, role: Connect) -> bool:
        """Whether the broker's address is written out, or the client's own default."""
        for slot in role.address:
            given = self._practices.origins.argument(use.place, slot)
            if given is None:
                continue
            if not isinstance(given, Place):
                return False
            return all(self._is_literal(origin) for origin in self._practices.origins.of(given))
        return True

    def _is_literal(self, place: Place) -> bool:
        reference = place.reference
        if isinstance(reference, model.Collection):
            return all(self._is_literal(place.at(item)) for item in reference.items)
        if isinstance(reference, model.Const):
            return isinstance(reference.value, str) and not reference.value.startswith("memory")
        if isinstance(reference, model.Call):
            arguments = [*reference.arguments, *(index for _, index in reference.keywords)]
            return bool(arguments) and all(self._is_literal(place.at(index)) for index in arguments)
        return False


def _holds(module: LinkedModule, word: str) -> bool:
    """Whether code, and not just text, has the word."""
    for reference in module.facts.references:
        if isinstance(reference, model.Const) and reference.value == word:
            return True
        if isinstance(reference, model.Attribute) and reference.name == word:
            return True
        if isinstance(reference, model.Call) and any(name == word for name, _ in reference.keywords):
            return True
    return any(word in scope.bindings for scope in module.facts.scopes if scope.kind != "function")


def _configurations(folder: Path, root: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The tables about tests in configuration files, nearest first."""
    while True:
        for name, section in _INI_FILES:
            parser = configparser.ConfigParser(interpolation=None)
            try:
                parser.read(folder / name, encoding="utf-8")
            except (configparser.Error, UnicodeDecodeError):
                continue
            if parser.has_section(section):
                yield folder / name, dict(parser[section])
        pyproject = folder / "pyproject.toml"
        if pyproject.is_file():
            try:
                tool = tomllib.loads(pyproject.read_text(encoding="utf-8")).get("tool", {})
            except (tomllib.TOMLDecodeError, UnicodeDecodeError):
                tool = {}
            yield pyproject, tool.get("pytest", {}).get("ini_options", {})
        if folder in (root, folder.parent):
            return
        folder = folder.parent


def _timeout(values: dict[str, Any]) -> float | None:
    options = values.get("addopts", "")
    text = options if isinstance(options, str) else " ".join(map(str, options))
    given = re.search(r"--timeout[= ](\d+(?:\.\d+)?)", text)
    value = given[1] if given else values.get("timeout")
    try:
        return None if value is None else float(value)
    except (TypeError, ValueError):
        return None
