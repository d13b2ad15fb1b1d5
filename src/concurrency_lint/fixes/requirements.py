"""What a project says it needs: to run, or to be developed and tested."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_LEAST = re.compile(r"(?:>=|==|~=|\^|~)\s*(\d+(?:\.\d+)*)")
_PYTHON_REQUIRES = re.compile(r"^\s*python_requires\s*=\s*[\"']?([^\"'\n#]+)", re.MULTILINE)
_NAME = re.compile(r"\s*(?:deps\s*=)?\s*([A-Za-z0-9][\w.-]*)")


def oldest(root: Path, library: str) -> tuple[int, ...]:
    """The oldest release of a library that the requirements allow; empty where that is not said."""
    poetry = _poetry(root).get("dependencies")
    written = poetry.get(library) if isinstance(poetry, dict) else None
    lines = [f"{library}{written}"] if isinstance(written, str) else []
    for line in (*lines, *_to_run(root)):
        name = _NAME.match(line)
        if name is not None and name[1].lower() == library:
            found = _LEAST.search(line.partition(";")[0])
            return tuple(map(int, found[1].split("."))) if found else ()
    return ()


def oldest_python(root: Path) -> tuple[int, ...]:
    """The oldest Python that a project says it runs on; empty where it does not say."""
    poetry = _poetry(root).get("dependencies")
    told = [_project(root).get("requires-python"), poetry.get("python") if isinstance(poetry, dict) else None]
    for name in ("setup.cfg", "setup.py"):
        told += _PYTHON_REQUIRES.findall(_text(root / name))
    for written in told:
        found = _LEAST.search(written) if isinstance(written, str) else None
        if found is not None:
            return tuple(map(int, found[1].split(".")))
    return ()


def to_run(root: Path) -> set[str]:
    """The import roots that a project's requirements are likely to have, by their names."""
    return _names(_to_run(root))


def _to_run(root: Path) -> list[str]:
    listed = [*_strings(_project(root).get("dependencies")), *_keys(_poetry(root).get("dependencies"))]
    for path in (*sorted(root.glob("requirements*.txt")), root / "setup.cfg"):
        listed += _text(path).splitlines()
    return listed


def of_any_kind(root: Path) -> set[str]:
    """The same, with what is needed to work on the project only."""
    listed: list[str] = []
    for groups in (_project(root).get("optional-dependencies"), _document(root).get("dependency-groups")):
        for group in groups.values() if isinstance(groups, dict) else ():
            listed += _strings(group)
    poetry = _poetry(root)
    listed += _keys(poetry.get("dev-dependencies"))
    groups = poetry.get("group")
    for group in groups.values() if isinstance(groups, dict) else ():
        listed += _keys(group.get("dependencies") if isinstance(group, dict) else None)
    folders = [folder for folder in (root, root / "requirements") if folder.is_dir()]
    for path in (*(path for folder in folders for path in sorted(folder.glob("*.txt"))), root / "tox.ini"):
        listed += _text(path).splitlines()
    return to_run(root) | _names(listed)


def _names(listed: Iterable[str]) -> set[str]:
    found = (_NAME.match(line) for line in listed)
    return {name[1].lower().replace("-", "_") for name in found if name}


def _document(root: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(root / "pyproject.toml"))
    except tomllib.TOMLDecodeError:
        return {}


def _project(root: Path) -> dict[str, Any]:
    project = _document(root).get("project")
    return project if isinstance(project, dict) else {}


def _poetry(root: Path) -> dict[str, Any]:
    tool = _document(root).get("tool")
    poetry = tool.get("poetry") if isinstance(tool, dict) else None
    return poetry if isinstance(poetry, dict) else {}


def _strings(listed: object) -> Iterator[str]:
    yield from (line for line in listed if isinstance(line, str)) if isinstance(listed, list) else ()


def _keys(table: object) -> Iterable[str]:
    return table.keys() if isinstance(table, dict) else ()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
