"""A test is given a time limit, or a shorter one."""

from __future__ import annotations

import re
from pathlib import Path

from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.source import Node, is_a

name = "time_test"

_MARKER = "pytest.mark.timeout"
_PLUGIN = "pytest_timeout"
_SECTION = re.compile(r"^\[(tool[.:])?pytest\b", re.MULTILINE)


def draft(site: Site) -> Draft:
    """`def test_place():` gets `@pytest.mark.timeout(30)` above it. Raises `RefusedError`."""
    source, seconds = site.source, site.data["seconds"]
    at = source.offset(site.span.line, site.span.column)
    function = next((node for node in source.nodes("FunctionDef") if source.start(node.name) == at), None)
    if function is None:
        raise RefusedError("its `def` is not where the test is")
    if not _uses_pytest(site):
        raise RefusedError("nothing shows that pytest runs it")
    if _MARKER.partition(".")[0] in site.runtimes.developed_with and _PLUGIN not in site.runtimes.developed_with:
        raise RefusedError(
            "pytest-timeout is not among what the project needs, and the marker would do nothing; add it"
        )
    title = f"Mark it with `{_MARKER}({seconds})`, which pytest-timeout understands; a slow machine may not keep to it"
    for decorator in function.decorators:
        held = decorator.decorator
        if is_a(held, "Call") and is_a(held.func, "Attribute") and held.func.attr.value == "timeout":
            given = _seconds(held)
            edit = source.edit(source.start(given), source.end(given), seconds)
            return Draft(applicability="unsafe", title=title, edits=(edit,))
    written, needed = site.imports.name(_MARKER, function)
    start = source.line_start(at)
    indentation = source.text[start:at].removesuffix(source.text[start:at].lstrip())
    return Draft(
        applicability="unsafe",
        title=title,
        edits=(source.edit(start, start, f"{indentation}@{written}({seconds})\n"),),
        imports=frozenset(filter(None, [needed])),
    )


def _uses_pytest(site: Site) -> bool:
    """Whether the module imports pytest, or the project needs it or is set up for it."""
    library = _MARKER.partition(".")[0]
    if library in site.imports.roots or library in site.runtimes.developed_with:
        return True
    for folder in Path(site.source.path).parents:
        if any((folder / name).is_file() for name in ("conftest.py", "pytest.ini")):
            return True
        for name in ("pyproject.toml", "setup.cfg", "tox.ini"):
            path = folder / name
            if path.is_file() and _SECTION.search(path.read_text(encoding="utf-8", errors="replace")):
                return True
        if (folder / "pyproject.toml").is_file() or (folder / ".git").exists():
            break
    return False


def _seconds(call: Node) -> Node:
    for number, argument in enumerate(call.args):
        if (argument.keyword is None and number == 0) or getattr(argument.keyword, "value", "") == "timeout":
            return argument.value
    raise RefusedError("its marker has no seconds")
