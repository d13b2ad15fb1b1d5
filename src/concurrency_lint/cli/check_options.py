"""The options of `check` that the options table knows, as click options and as overrides of the configuration."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from concurrency_lint.config_values import typed_value
from concurrency_lint.findings import Severity
from concurrency_lint.globs import glob_escape
from concurrency_lint.options import Option, options_of
from concurrency_lint.selection import unknown_code

_Command = TypeVar("_Command", bound=Callable[..., Any])


def configuration_options(command: _Command) -> _Command:
    """Add the command-line options of the options table, in its order."""
    for option in reversed(options_of("cli")):
        command = _click_option(option)(command)
    return command


def overrides(given: Mapping[str, Any]) -> dict[str, Any]:
    """The values given on the command line, by option name, in the types of `Settings`; absent where not given."""
    values = {}
    for option in options_of("cli"):
        value = given[option.field]
        if value not in (None, ()):
            values[option.name] = _value(option, value)
    return values


def _click_option(option: Option) -> Callable[[_Command], _Command]:
    name = f"--{option.name}"
    if option.kind == "flag":
        return click.option(f"{name}/--no-{option.name}", default=None, help=option.help)
    if option.kind == "severity":
        levels = ["advice", "warning", "error"]
        return click.option(name, type=click.Choice(levels), default=None, help=option.help)
    if option.kind == "environment":
        return click.option(name, metavar="PATH", default=None, help=option.help)
    if option.kind == "number":
        return click.option(name, type=click.IntRange(min=1), default=None, help=option.help)
    if option.kind == "runtime":
        return click.option(name, metavar="LIBRARY", default=None, help=option.help)
    metavar = {"codes": "CODES", "ignores-by-path": "PATTERN:CODES"}.get(option.kind, "PATTERNS")
    return click.option(name, metavar=metavar, multiple=True, help=f"{option.help} (comma-separated, repeatable)")


def _value(option: Option, value: Any) -> Any:
    if option.kind == "severity":
        return Severity(value)
    if option.kind in ("flag", "number"):
        return value
    if option.kind == "environment":
        return _environment(option, value)
    if option.kind == "runtime":
        return _runtime(option, value)
    if option.kind == "ignores-by-path":
        return tuple(ignore for text in value for ignore in _ignores_by_path(option, text))
    items = tuple(item.strip() for text in value for item in text.split(",") if item.strip())
    if option.kind == "codes":
        return tuple(_code(option, item) for item in items)
    return tuple(_from_here(item) for item in items)


def _environment(option: Option, value: str) -> str:
    try:
        return str(typed_value(option, os.path.abspath(value)))
    except ValueError as error:
        raise _bad(option, f"the option {error}") from error


def _runtime(option: Option, value: str) -> str:
    try:
        return str(typed_value(option, value))
    except ValueError as error:
        raise _bad(option, f"the option {error}") from error


def _ignores_by_path(option: Option, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """`a.py:CNC101,CNC103,b.py:CNC1`: an item with a colon begins a new pattern, any other is one more code."""
    ignores: list[tuple[str, tuple[str, ...]]] = []
    for item in filter(None, (part.strip() for part in text.split(","))):
        pattern, colon, code = item.rpartition(":")
        if (colon and not pattern) or not code or (not colon and not ignores):
            raise _bad(option, f"{text!r} is not of the form PATTERN:CODES, such as 'tests/*:CNC101,CNC103'")
        if colon:
            negation = "!" if pattern.startswith("!") else ""
            ignores.append((negation + _from_here(pattern.removeprefix("!")), ()))
        ignores[-1] = (ignores[-1][0], (*ignores[-1][1], _code(option, code.strip())))
    return ignores


def _code(option: Option, text: str) -> str:
    code = text.upper()
    if problem := unknown_code(code):
        raise _bad(option, problem)
    return code


def _from_here(pattern: str) -> str:
    """A pattern with a folder in it counts from the working directory, where configuration counts from the root."""
    if "/" not in pattern or os.path.isabs(pattern):
        return pattern
    return os.path.normpath(os.path.join(glob_escape(os.getcwd()), pattern))


def _bad(option: Option, text: str) -> click.BadParameter:
    return click.BadParameter(text, param_hint=f"'--{option.name}'")
