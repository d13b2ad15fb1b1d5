"""Where a new import goes: into a statement of the same module, or on a line in the order that isort gives."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.source import Node, Source, dotted_name, is_a

_MOST_FOLDERS = 8
_ROOT_MARKS = ("pyproject.toml", "setup.cfg", "setup.py", ".git")
_STRINGS = ("SimpleString", "ConcatenatedString")


class _Line(NamedTuple):
    """An import statement that the module begins with."""

    line: Node
    section: int
    order: tuple[int, str]
    """Whether it is a `from`, and the module."""


class _New(NamedTuple):
    """An import that is added."""

    section: int
    order: tuple[int, str]
    text: str


def adding(source: Source, needed: Iterable[str]) -> list[Edit]:
    """The edits that import these modules, or members of modules (`module:name`)."""
    edits: list[Edit] = []
    lines: dict[int, list[_New]] = {}
    members: dict[str, list[str]] = {}
    for each in sorted(set(needed)):
        module, _, name = each.partition(":")
        if name:
            members.setdefault(module, []).append(name)
    head, after_docstring = _head(source)
    statements = {module: f"from {module} import {', '.join(names)}" for module, names in members.items()}
    for module, names in members.items():
        held = next((line.line.body[0] for line in head if line.order == (1, module) and _plain(line.line)), None)
        if held is not None:
            del statements[module]
            edits += _into(source, held, names)
    wanted = [((0, each), f"import {each}") for each in sorted({each for each in needed if ":" not in each})]
    wanted += [((1, module), text) for module, text in sorted(statements.items())]
    for order, text in wanted:
        offset, before, after = _place(source, head, after_docstring, order)
        lines.setdefault(offset, []).append(_New(_section(source, order[1]), order, f"{before}{text}\n{after}"))
    return edits + [source.edit(offset, offset, _joined(sorted(texts))) for offset, texts in lines.items()]


def _plain(line: Node) -> bool:
    statement = line.body[0]
    return isinstance(statement.names, (list, tuple)) and len(line.body) == 1


def _into(source: Source, statement: Node, names: Sequence[str]) -> list[Edit]:
    """The edits that put names into a `from ... import ...`, before the first that sorts behind them."""
    held = list(statement.names)
    edits: dict[int, tuple[int, str]] = {}
    for name in sorted(names, key=_rank):
        later = next((alias for alias in held if _rank(dotted_name(alias.name)) > _rank(name)), None)
        at = source.start(later) if later is not None else source.end_of_alias(held[-1])
        beside = later if later is not None else held[-1]
        indentation = source.text[source.line_start(source.start(beside)) : source.start(beside)]
        gap = "\n" + indentation if not indentation.strip() else " "
        text = f"{name},{gap}" if later is not None else f",{gap}{name}"
        edits[at] = (at, edits[at][1] + text if at in edits else text)
    return [source.edit(at, at, text) for at, text in edits.values()]


def _rank(name: str) -> tuple[int, str]:
    """As isort sorts members: constants, classes, the rest."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name)


def _place(source: Source, head: list[_Line], after_docstring: int, order: tuple[int, str]) -> tuple[int, str, str]:
    own = _section(source, order[1])
    offset, before, after = after_docstring, "", "\n"
    if head:
        # Comments above the first import belong to the file rather than to it.
        offset = source.line_start(source.start(head[0].line))
    for statement, section, other in head:
        start, end = source.start(statement), source.next_line(source.end(statement))
        if section < own:
            offset, before, after = end, "\n", ""
        elif section == own and other < order:
            offset, before, after = end, "", ""
        elif section == own and (before or after or offset > start):
            offset, before, after = source.line_start(start), "", ""
            break
        elif section > own or section == own:
            break
    if offset == after_docstring and not head and source.text[after_docstring:].strip() and after_docstring:
        before = "\n"
        after = ""
    if offset == len(source.text) and source.text and not source.text.endswith(("\n", "\r")):
        before = "\n" + before
    return offset, before, after


def _head(source: Source) -> tuple[list[_Line], int]:
    """The imports that the module begins with, and where a first one would go."""
    found: list[_Line] = []
    after_docstring = 0
    for number, line in enumerate(source.tree.body):
        small = line.body[0] if is_a(line, "SimpleStatementLine") else None
        if small is not None and is_a(small, "Import", "ImportFrom"):
            plain = is_a(small, "Import")
            if plain:
                name = dotted_name(small.names[0].name)
            else:
                name = "." * len(small.relative) + (dotted_name(small.module) if small.module else "")
            found.append(_Line(line, _section(source, name), (0 if plain else 1, name)))
        elif number == 0 and small is not None and is_a(small, "Expr") and is_a(small.value, *_STRINGS):
            after_docstring = source.next_line(source.end(line))
        else:
            if not found and number == 0:
                after_docstring = source.line_start(source.start(line))
            break
    return found, after_docstring


def _section(source: Source, module: str) -> int:
    """The place of a module's section: the future, Python's own, libraries, the project's own, relative ones."""
    root = module.partition(".")[0]
    if root == "__future__":
        return 0
    if module.startswith("."):
        return 4
    if root in sys.stdlib_module_names:
        return 1
    return 3 if _is_own(Path(source.path).parent, root) else 2


@lru_cache(maxsize=1024)
def _is_own(folder: Path, root: str) -> bool:
    """Whether a module or package of this name lies beside the file or above it, within its project."""
    for place in (folder, *folder.parents[:_MOST_FOLDERS]):
        if any((base / f"{root}.py").is_file() or (base / root).is_dir() for base in (place, place / "src")):
            return True
        if any((place / mark).exists() for mark in _ROOT_MARKS):
            break
    return False


def _joined(new: Sequence[_New]) -> str:
    """Several imports at one place, with one empty line before and after them, and between sections."""
    before = "\n" if new[0].text.startswith("\n") else ""
    after = "\n" if new[-1].text.endswith("\n\n") else ""
    found = ""
    for number, each in enumerate(new):
        gap = "\n" if number and new[number - 1].section != each.section else ""
        found += gap + each.text.strip("\n") + "\n"
    return before + found + after
