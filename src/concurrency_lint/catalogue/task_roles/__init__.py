"""Roles: what library names mean to the rules about tasks."""

from __future__ import annotations

import fnmatch
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


class Writes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Calls with an effect that a second run repeats."""

    names: tuple[str, ...]
    by_first_argument: tuple[str, ...]
    methods: tuple[str, ...]


class Instrumentation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What shows that somebody watches the tasks."""

    names: tuple[str, ...]
    images: tuple[str, ...]


class CommitMethods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Methods of the tasks of an app that is made where a variable of the environment is set: `delay` with a suffix."""

    library: str
    since: str
    suffix: str
    environment: str


class CommitHook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What runs a function when one of these transactions is committed."""

    transactions: tuple[str, ...]
    hook: str
    methods: CommitMethods


class TaskRoles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of tasks.toml."""

    transactions: tuple[str, ...]
    outside_transaction: tuple[str, ...]
    views: tuple[str, ...]
    models: tuple[str, ...]
    model_makers: tuple[str, ...]
    row_methods: tuple[str, ...]
    row_functions: tuple[str, ...]
    unserialisable: dict[str, str]
    writes: Writes
    instrumentation: Instrumentation
    commit_hooks: tuple[CommitHook, ...]


@lru_cache(maxsize=1)
def task_roles() -> TaskRoles:
    """The roles, read once."""
    with (Path(__file__).parent / "tasks.toml").open("rb") as stream:
        return msgspec.convert(tomllib.load(stream), TaskRoles)


def plays(name: str, role: Iterable[str]) -> bool:
    """Whether a canonical name is one of a role's."""
    return any(fnmatch.fnmatchcase(name, pattern) if "*" in pattern else name == pattern for pattern in role)
