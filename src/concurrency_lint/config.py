"""Settings of one project: found, read, checked and merged from pyproject.toml and an adapter's own options."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from concurrency_lint.catalogue.schema import CatalogueFile
from concurrency_lint.config_values import ConfigError, catalogue_of, read_options
from concurrency_lint.findings import Severity
from concurrency_lint.options import DEFAULT_EXCLUDE, OPTION_BY_NAME
from concurrency_lint.selection import Layer, resolve, unknown_code
from concurrency_lint.toml_lines import line_of

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["ConfigError", "Settings", "find_root", "folders_among", "load_settings"]

NO_ADDITIONS = CatalogueFile(library="this project")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What one project asks for. `enabled` is the outcome of `select`, `extend_select` and `ignore`.

    `per_file_ignores` is not part of it in `check`, which has one project for all files: a code that is ignored in a
    file still stands for its defect there. Inside flake8 `enabled` is that of the file, so what the ignored code hid
    may show under another.
    """

    root: Path
    enabled: frozenset[str]
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    min_severity: Severity = Severity.ADVICE
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    src: tuple[str, ...] = ("src", ".")
    python: str = ""
    settle: bool = False
    every_call: bool = False
    nonblocking: tuple[str, ...] = ()
    cores: int = 8
    request_limit: str = "long"
    subscribers: tuple[str, ...] = ("app/subscribers",)
    messages_document: tuple[str, ...] = ("m2m/README.md",)
    schemas: tuple[str, ...] = ()
    task_options: tuple[str, ...] = OPTION_BY_NAME["task-options"].default
    time_limits: str = "all"
    soft_time_limit: int = OPTION_BY_NAME["soft-time-limit"].default
    time_limit: int = OPTION_BY_NAME["time-limit"].default
    max_retries: int = OPTION_BY_NAME["max-retries"].default
    manual_retry: bool = True
    key_parameters: tuple[str, ...] = OPTION_BY_NAME["key-parameters"].default
    production_files: tuple[str, ...] = OPTION_BY_NAME["production-files"].default
    development_brokers: tuple[str, ...] = OPTION_BY_NAME["development-brokers"].default
    production_brokers: tuple[str, ...] = OPTION_BY_NAME["production-brokers"].default
    result_backends: tuple[str, ...] = OPTION_BY_NAME["result-backends"].default
    broker_images: tuple[str, ...] = OPTION_BY_NAME["broker-images"].default
    offload: str = ""
    catalogue: CatalogueFile = NO_ADDITIONS


def find_root(path: Path, named: Collection[str] = ()) -> Path:
    """The root of the project that `path` (a file or folder, existing or not) belongs to.

    The nearest folder from there up that configures us, else the nearest with `pyproject.toml`, `setup.cfg`, `setup.py`
    or `.git`. Where there is none, the project is taken to begin at the outermost folder above the path that is one of
    `named` (the absolute folders on the command line) or the working directory, or, where that is within a package, at
    the folder that holds the package; the same, from the path itself, where none of them is above it. The home folder
    and the top of the file system begin no project by being the working directory, so that nobody's whole disk is read.
    """
    absolute = os.path.abspath(path)
    start = absolute if os.path.isdir(absolute) else os.path.dirname(absolute)
    configured, nearest = _roots_above(start)
    return Path(configured or nearest or _root_without_markers(start, named))


def folders_among(paths: Iterable[Path]) -> frozenset[str]:
    """Those paths of a command line that are folders, absolute: what `find_root` is told."""
    return frozenset(os.path.abspath(path) for path in paths if os.path.isdir(path))


def load_settings(
    start: Path,
    overrides: Mapping[str, Any] | None = None,
    *,
    config: Path | None = None,
    isolated: bool = False,
) -> Settings:
    """The settings of the project of `start`; `overrides` (by option name, absent where not given) win over its file.

    `config` names another TOML file to read instead of the root's pyproject.toml; `isolated` reads none. Raises
    `ConfigError`.
    """
    root = find_root(start)
    values: dict[str, Any] = {}
    catalogue = NO_ADDITIONS
    source = None if isolated else config or root / "pyproject.toml"
    if source is not None and (config is not None or source.exists()):
        text = _read_text(source)
        table = _own_table(text, source)
        values = read_options(table, text, source)
        catalogue = catalogue_of(table, text, source) or NO_ADDITIONS
        _check_codes(values, text, source)
    given = {name: value for name, value in (overrides or {}).items() if value is not None}
    enabled = resolve([_layer(values), _layer(given)])
    if given.get("settle", values.get("settle")) and not _has_astroid():
        raise ConfigError("`settle` needs astroid; pip install 'concurrency-lint[settle]'")
    merged = {**values, **given}
    merged["extend-exclude"] = (*values.get("extend-exclude", ()), *given.get("extend-exclude", ()))
    return Settings(
        root=root,
        enabled=enabled,
        catalogue=catalogue,
        **{name.replace("-", "_"): value for name, value in merged.items()},
    )


def _has_astroid() -> bool:
    try:
        return importlib.util.find_spec("astroid") is not None
    except ValueError:
        return False


def _layer(values: Mapping[str, Any]) -> Layer:
    return Layer(
        select=values.get("select", ()),
        extend_select=values.get("extend-select", ()),
        ignore=values.get("ignore", ()),
    )


@lru_cache(maxsize=16384)
def _roots_above(folder: str) -> tuple[str | None, str | None]:
    """The nearest folder from here up that configures us, and the nearest that begins a project."""
    parent = os.path.dirname(folder)
    configured, nearest = _roots_above(parent) if parent != folder else (None, None)
    if _begins_project(folder):
        nearest = folder
        if _configures_us(os.path.join(folder, "pyproject.toml")):
            configured = folder
    return configured, nearest


def _root_without_markers(start: str, named: Collection[str]) -> str:
    here = os.getcwd()
    if here in (os.path.dirname(here), os.path.expanduser("~")):
        here = ""
    folder = root = start
    while True:
        if folder == here or folder in named:
            root = folder
        if folder == os.path.dirname(folder):
            break
        folder = os.path.dirname(folder)
    while os.path.exists(os.path.join(root, "__init__.py")) and root != os.path.dirname(root):
        root = os.path.dirname(root)
    return root


def _begins_project(folder: str) -> bool:
    if any(os.path.exists(os.path.join(folder, marker)) for marker in ("pyproject.toml", "setup.cfg", ".git")):
        return True
    # Within a package `setup.py` is a module like any other (homeassistant/setup.py).
    return os.path.exists(os.path.join(folder, "setup.py")) and not os.path.exists(os.path.join(folder, "__init__.py"))


def _configures_us(pyproject: str) -> bool:
    try:
        with open(pyproject, "rb") as stream:
            data = stream.read()
    except OSError:
        return False
    if b"concurrency-lint" not in data:
        return False
    try:
        tool = tomllib.loads(data.decode("utf-8")).get("tool")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        # Where it may be ours, reading it as configuration says what is wrong with it.
        return bool(re.search(rb"(?m)^\s*\[+\s*tool\.[\"']?concurrency-lint\b", data))
    return isinstance(tool, dict) and "concurrency-lint" in tool


def _read_text(source: Path) -> str:
    try:
        return source.read_text(encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise ConfigError(f"{source}: {reason}; name a TOML file that can be read") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{source}: not UTF-8 text; TOML files must be UTF-8") from error


def _own_table(text: str, source: Path) -> dict[str, Any]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        # At the end of the document tomllib gives no line.
        where = f"{source}:{place[1]}:{place[2]}" if place else f"{source}:{max(len(text.splitlines()), 1)}"
        reason = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise ConfigError(f"{where}: not valid TOML: {reason}; correct it, or pass --isolated to do without") from error
    tool = document.get("tool", {})
    table = tool.get("concurrency-lint", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError(f"{source}:{line_of(text, ())}: `tool.concurrency-lint` must be a table")
    return table


def _check_codes(values: Mapping[str, Any], text: str, source: Path) -> None:
    for name in ("select", "extend-select", "ignore"):
        for code in values.get(name, ()):
            if problem := unknown_code(code):
                raise ConfigError(f"{source}:{line_of(text, (name,), code)}: `{name}`: {problem}")
    for pattern, codes in values.get("per-file-ignores", ()):
        for code in codes:
            if problem := unknown_code(code):
                line = line_of(text, ("per-file-ignores", pattern), code)
                raise ConfigError(f"{source}:{line}: `per-file-ignores`: {problem}")
