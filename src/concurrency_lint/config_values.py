"""Values of `[tool.concurrency-lint]`, checked: unknown keys, wrong types and catalogue additions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from concurrency_lint.catalogue.files import load_file, stems
from concurrency_lint.catalogue.schema import Call, CatalogueFile, Decorator, Offload
from concurrency_lint.environments import site_packages
from concurrency_lint.findings import Severity
from concurrency_lint.options import OPTION_BY_NAME, Option, options_of
from concurrency_lint.toml_lines import line_of

CATALOGUE_TABLES = ("call", "offload", "decorator", "attribute", "alias", "class", "subclass", "dependency")


class ConfigError(Exception):
    """The configuration cannot be used; the text names file, line and the way out."""


def read_options(table: Mapping[str, Any], text: str, source: Path) -> dict[str, Any]:
    """The options given in `table`, by name, in the types of `Settings`."""
    values: dict[str, Any] = {}
    known = [option.name for option in options_of("pyproject")]
    for key, value in table.items():
        if key in CATALOGUE_TABLES:
            continue
        if key not in known:
            hint = nearest(key, [*known, *CATALOGUE_TABLES])
            raise ConfigError(
                f"{source}:{line_of(text, (key,))}: unknown key `{key}` in [tool.concurrency-lint]; {hint}"
            )
        option = OPTION_BY_NAME[key]
        if option.kind == "environment" and isinstance(value, str):
            value = str(source.parent / value)
        try:
            values[key] = typed_value(option, value)
        except ValueError as error:
            raise ConfigError(f"{source}:{line_of(text, (key,))}: `{key}` {error}") from error
    return values


def typed_value(option: Option, value: Any) -> Any:
    """`value` in the type of the option's field. Raises ValueError with what it must be."""
    if option.kind == "flag":
        if not isinstance(value, bool):
            raise ValueError(f"must be true or false, not {_kind_of(value)}")
        return value
    if option.kind == "environment":
        if not isinstance(value, str):
            raise ValueError(f"must be a string, not {_kind_of(value)}")
        site_packages(value)
        return value
    if option.kind == "number":
        if isinstance(value, str) and value.isdigit():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or value < option.least:
            raise ValueError(f"must be a whole number of at least {option.least}, not {value!r}")
        return value
    if option.kind in ("choice", "runtime"):
        return _one_of(option.choices or _runtimes(), value)
    if option.kind == "severity":
        levels = [level.value for level in Severity]
        if value not in levels:
            raise ValueError(f"must be {', '.join(map(repr, levels[:-1]))} or {levels[-1]!r}, not {value!r}")
        return Severity(value)
    if option.kind == "ignores-by-path":
        if not isinstance(value, dict):
            raise ValueError(f'must be a table of pattern = ["CODE", ...], not {_kind_of(value)}')
        return tuple((pattern, _codes(codes, f'"{pattern}" ')) for pattern, codes in value.items())
    if option.kind == "codes":
        return _codes(value)
    return _strings(value)


def _one_of(choices: Sequence[str], value: Any) -> Any:
    if value not in choices:
        raise ValueError(f"must be {' or '.join(map(repr, choices))}, not {value!r}")
    return value


def _runtimes() -> list[str]:
    """The libraries that fixes know how to send work to a thread with."""
    return sorted(stem for stem in stems() if load_file(stem).runtime is not None)


def catalogue_of(table: Mapping[str, Any], text: str, source: Path) -> CatalogueFile | None:
    """The catalogue entries that the project adds, or None when it adds none."""
    tables = {key: table[key] for key in CATALOGUE_TABLES if key in table}
    if not tables:
        return None
    for name, value in tables.items():
        if not isinstance(value, list):
            where = f"{source}:{line_of(text, (name,))}"
            raise ConfigError(f"{where}: `{name}` must be written as [[tool.concurrency-lint.{name}]]")
    try:
        catalogue = msgspec.convert({"library": "this project", **tables}, CatalogueFile)
    except msgspec.ValidationError as error:
        raise _catalogue_error(str(error), text, source) from error
    checked: tuple[tuple[str, Sequence[Call | Offload | Decorator]], ...] = (
        ("call", catalogue.call),
        ("offload", catalogue.offload),
        ("decorator", catalogue.decorator),
    )
    for kind, entries in checked:
        for number, entry in enumerate(entries):
            if problem := _entry_problem(entry):
                raise ConfigError(f"{source}:{line_of(text, (kind, number))}: {kind}: {problem}")
    return catalogue


def nearest(word: object, known: list[str]) -> str:
    """A clause that suggests the known word nearest to `word`, or lists them all."""
    import difflib

    near = difflib.get_close_matches(str(word), known, n=1, cutoff=0.5)
    return f"did you mean `{near[0]}`?" if near else f"use one of {', '.join(f'`{name}`' for name in known)}"


def _codes(value: Any, what: str = "") -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in _strings(value, what))


def _strings(value: Any, what: str = "") -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{what}must be a list of strings, not {_kind_of(value)}")
    for item in value:
        if not isinstance(item, str):
            raise ValueError(f"{what}must be a list of strings; {item!r} is {_kind_of(item)}")
    return tuple(value)


def _kind_of(value: Any) -> str:
    kinds = {bool: "a boolean", int: "an integer", float: "a float", str: "a string", list: "a list", dict: "a table"}
    return kinds.get(type(value), f"a {type(value).__name__}")


def _entry_problem(entry: Call | Offload | Decorator) -> str:
    if (entry.name is None) == (entry.of is None):
        return "give either `name`, or `of` with `names`"
    if (entry.of is None) == bool(entry.names):
        return "`of` and `names` belong together"
    if isinstance(entry, Call) and entry.kind and not entry.instead:
        return "an entry with `kind` needs `instead`, the advice to print"
    return ""


def _catalogue_error(message: str, text: str, source: Path) -> ConfigError:
    """msgspec says "Object contains unknown field `x` - at `$.call[0].when[1]`"; say it with a line and a way out."""
    what, _, place = message.partition(" - at ")
    steps: list[str | int] = [
        int(index) if index else name for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", place) if name or index
    ]
    unknown = re.search(r"unknown field `(.+)`", what)
    if unknown:
        steps.append(unknown[1])
        what = f"unknown key `{unknown[1]}`"
    where = f"{source}:{line_of(text, steps)}"
    table = ".".join(step for step in steps[:-1] if isinstance(step, str)) or str(steps[0])
    what = what.replace("Object missing required field", "missing key").replace("Invalid enum value", "invalid value")
    hint = (
        nearest(unknown[1], _keys_of(steps)) if unknown else "`concurrency-lint schema config` prints what it can hold"
    )
    return ConfigError(f"{where}: {table}: {what[0].lower()}{what[1:]}; {hint}")


def _keys_of(steps: list[str | int]) -> list[str]:
    """The keys that the schema knows for the table at `steps` (whose last is the unknown key)."""
    kind: Any = CatalogueFile
    for step in steps[:-1]:
        if isinstance(step, int):
            continue
        fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
        kind = next(iter(getattr(fields[step], "__args__", ())), kind)
    return [field.encode_name for field in msgspec.structs.fields(kind)]
