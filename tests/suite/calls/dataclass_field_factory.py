"""A field's factory runs when an object is made that is not given the field."""

import subprocess
from dataclasses import dataclass, field


def read_version() -> bytes:
    return subprocess.check_output(["tool", "--version"])


@dataclass
class Build:
    name: str = "x"
    version: bytes = field(default_factory=read_version)
    notes: list[str] = field(default_factory=list)


@dataclass
class Release(Build):
    tag: str = ""


async def made() -> Build:
    return Build("a")  # CNC104


async def made_of_subclass() -> Release:
    return Release(tag="v1")  # CNC104


async def given() -> list[Build]:
    return [Build(version=b"1"), Build("a", b"1"), Release("a", b"1", [], "v1")]


def made_where_nobody_waits() -> Build:
    return Build()
