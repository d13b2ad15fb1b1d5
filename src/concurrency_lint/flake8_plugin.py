"""The flake8 plugin: flake8's options and ours in, findings of one module out."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

from flake8.exceptions import ExecutionError
from flake8.options.manager import OptionManager

from concurrency_lint import __version__
from concurrency_lint.config import ConfigError, Settings, find_root, folders_among, load_settings
from concurrency_lint.config_values import typed_value
from concurrency_lint.flake8_selection import Flake8Selection
from concurrency_lint.options import Option, options_of
from concurrency_lint.selection import unknown_code
from concurrency_lint.sources import absolute_path, encode

_PREFIX = "concurrency-lint-"
_SINGLE = ("severity", "number", "choice", "environment")


class Plugin:
    """One module as flake8 hands it over."""

    name = "concurrency-lint"
    version = __version__
    _projects: ClassVar[_Projects]

    def __init__(self, tree: ast.Module, filename: str, lines: list[str]) -> None:
        self._tree, self._filename, self._lines = tree, filename, lines

    @classmethod
    def add_options(cls, option_manager: OptionManager) -> None:
        """Register our options of the options table."""
        for option in options_of("flake8"):
            name, text = f"--{_PREFIX}{option.name}", option.help.replace("%", "%%")
            if option.kind == "flag":
                option_manager.add_option(name, parse_from_config=True, action="store_true", default=None, help=text)
                continue
            option_manager.add_option(
                name,
                parse_from_config=True,
                comma_separated_list=option.kind not in _SINGLE,
                default=None,
                metavar={"severity": "LEVEL", "environment": "PATH"}.get(option.kind, option.kind.upper()),
                help=text,
            )

    @classmethod
    def parse_options(cls, option_manager: OptionManager, options: argparse.Namespace, filenames: list[str]) -> None:
        """Read the configuration of every project that a named file belongs to, so that mistakes show at once."""
        try:
            cls._projects = _Projects(options, filenames)
            for name in filenames or ["."]:
                cls._projects.read_for(Path(options.stdin_display_name if name == "-" else name))
        except ConfigError as error:
            raise ExecutionError(str(error)) from error

    def run(self) -> Iterator[tuple[int, int, str, type[Plugin]]]:
        """Line, column and text of every finding."""
        path = absolute_path(Path(self._filename))
        settings = self._projects.settings_for(path, self._filename)
        if not settings.enabled:
            return
        from concurrency_lint.engine import check_source
        from concurrency_lint.suppressions import within_settings

        findings = check_source(path, encode("".join(self._lines)), self._tree, settings)
        for finding in within_settings(findings, settings):
            text = " ".join(finding.message.split())
            mark = " [fixable]" if finding.fixable else ""
            yield finding.span.line, finding.span.column, f"{finding.code} {text}{mark}", type(self)


class _Projects:
    """The settings of each project that flake8 meets, with flake8's own options on top."""

    def __init__(self, options: argparse.Namespace, filenames: list[str]) -> None:
        self._named = folders_among(map(Path, filenames or ["."]))
        self._overrides = _overrides(options)
        self._selection = Flake8Selection(options)
        self._settings_of = lru_cache(maxsize=None)(self._load)

    def read_for(self, path: Path) -> Settings:
        """The settings of the project that `path` belongs to. Raises `ConfigError`."""
        return self._settings_of(find_root(path, self._named))

    def settings_for(self, path: Path, display_name: str) -> Settings:
        """The settings for one file, whose name is `display_name` to flake8."""
        return self._selection.apply(self.read_for(path), str(path), display_name)

    def _load(self, root: Path) -> Settings:
        return load_settings(root, self._overrides)


def _overrides(options: argparse.Namespace) -> Mapping[str, Any]:
    values = {}
    for option in options_of("flake8"):
        value = getattr(options, f"{_PREFIX}{option.name}".replace("-", "_"))
        if value is not None:
            values[option.name] = _value(option, value)
    return values


def _value(option: Option, value: Any) -> Any:
    name = _PREFIX + option.name
    try:
        typed = typed_value(option, value)
    except ValueError as error:
        raise ConfigError(f"flake8 option `{name}` {error}") from error
    for code in typed if option.kind == "codes" else ():
        if problem := unknown_code(code):
            raise ConfigError(f"flake8 option `{name}`: {problem}")
    return typed
