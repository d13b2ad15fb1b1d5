"""A fixture folder for each rule: findings equal the hand-typed markers, words equal the goldens."""

from __future__ import annotations

import ast
import io
import re
import shutil
import tokenize
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from pyflakes.checker import Checker

from concurrency_lint.config import Settings
from concurrency_lint.engine import check_files
from concurrency_lint.findings import Finding
from concurrency_lint.fixes.apply import fix_all
from concurrency_lint.project.text import Texts
from concurrency_lint.reporters import full
from concurrency_lint.reporters.paths import PathNames
from concurrency_lint.reporters.terminal import Palette
from concurrency_lint.rules.registry import all_rules

FIXTURES = Path(__file__).parent / "fixtures"
FOLDERS = sorted(path for path in FIXTURES.iterdir() if path.is_dir())
ACROSS_MODULES = {"CNC102", "CNC103", "CNC105"}

PACKAGES_ONLY = {"CNC305", "CNC306", "CNC501", "CNC502", "CNC503"}
"""Rules about documents and about tests, which have a place in a project."""

TOGETHER_WITH = {"CNC901": ("CNC101", "CNC103")}
"""Rules that judge what others find."""

_MARKER = re.compile(r"(?:#|<!--)((?: CNC\d{3})+)(?: -->)?$")
per_folder = pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])


class Marked(NamedTuple):
    """A line on which the folder's rule is to report, or reports, so many findings."""

    path: str
    line: int


@per_folder
def test_findings_equal_markers(folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    # Elsewhere, since what stands below a folder `tests` is judged as a test.
    copy = shutil.copytree(folder, tmp_path / folder.name, ignore=shutil.ignore_patterns("__pycache__", "*.out"))
    for case in [*alone(copy, "bad.py"), *packages(copy)]:
        found = lint(copy, case)
        assert [located(finding, copy) for finding in found] == markers(copy, case)
        compare(folder / f"{case.stem}.out", rendered(found, copy), bless=request.config.getoption("--bless"))
    if folder.name in PACKAGES_ONLY:
        return
    assert lint(copy, copy / "ok.py") == []
    assert judged(lint(copy, copy / "limits.py"), copy / "limits.py") == promised(copy / "limits.py")


@per_folder
@pytest.mark.parametrize(("unsafe", "golden"), [(False, "bad.fixed.py"), (True, "bad.unsafe-fixed.py")])
def test_fixes(folder: Path, unsafe: bool, golden: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    rule = all_rules()[folder.name]
    if rule.fix == "-" or (rule.fix == "unsafe" and not unsafe):
        assert not (folder / golden).exists()
        return
    if folder.name in PACKAGES_ONLY:
        # Tests of their own fix what has to have a place in a project.
        return
    # Elsewhere, since what stands below a folder `tests` is judged as a test; and in no project that has AnyIO.
    copy = tmp_path / "bad.py"
    copy.write_bytes((folder / "bad.py").read_bytes())
    found = lint_with(copy, folder.name)
    before = comments(read(copy))
    fixed = fixed_text(copy, folder.name, found, unsafe=unsafe)
    compare(folder / golden, fixed, bless=request.config.getoption("--bless"))
    assert comments(fixed) == before or folder.name in TOGETHER_WITH, "keeps comments"
    assert set(flaws(fixed)) <= set(flaws(read(copy))), "binds every name, and leaves none over"
    copy.write_text(fixed, encoding="utf-8", newline="")
    left = lint_with(copy, folder.name)
    assert len(left) <= len(found)
    assert fixed_text(copy, folder.name, left, unsafe=unsafe) == fixed, "fixes to itself"


def lint_with(path: Path, code: str) -> list[Finding]:
    return Fixing(path, code).look([path], {})


def fixed_text(path: Path, code: str, found: list[Finding], *, unsafe: bool) -> str:
    """A file with its fixes applied to a fixed point."""
    fixing = Fixing(path, code)
    done = fix_all(found, fixing.settings, fixing.look, Path.read_bytes, unsafe=unsafe)
    return done.after.get(path, path.read_bytes()).decode()


class Fixing:
    """What one rule says of files."""

    def __init__(self, path: Path, code: str) -> None:
        self.code = code
        self.settings = Settings(root=path.parent, enabled=frozenset({code, *TOGETHER_WITH.get(code, ())}))

    def look(self, files: Collection[Path], contents: Mapping[Path, bytes]) -> list[Finding]:
        found = check_files(sorted(files), self.settings, contents=contents).findings
        return [finding for finding in found if finding.code == self.code]


def comments(text: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def flaws(text: str) -> list[str]:
    """What pyflakes says of names, without the lines."""
    return [
        f"{type(flaw).__name__} {flaw.message_args[0]}"
        for flaw in Checker(ast.parse(text)).messages
        if flaw.message_args
    ]


@per_folder
def test_folder_is_well_formed(folder: Path) -> None:
    if folder.name in PACKAGES_ONLY:
        assert all(markers(folder, case) for case in packages(folder))
        assert packages(folder)
        return
    bad, ok, limits = (read(folder / name) for name in ("bad.py", "ok.py", "limits.py"))
    assert markers(folder, folder / "bad.py")
    assert len(ok.splitlines()) > len(bad.splitlines()), "ok.py is longer than bad.py"
    for text in (ok, limits):
        assert not any(_MARKER.search(line) for line in text.splitlines())
        assert ast.get_docstring(ast.parse(text))
    for function in functions(folder / "limits.py"):
        assert re.match(r"(false|missed)_alarm_\w+$", function.name), function.name
        first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
        above = [limits.splitlines()[line - 2] for line in (first, function.lineno)]
        assert any(text.startswith("# ") for text in above), f"{function.name}: a comment above it says why"
    for case in packages(folder):
        assert len({path for path in case.rglob("*.py") if read(path)}) >= 3
    assert bool(packages(folder)) or folder.name not in ACROSS_MODULES


def alone(folder: Path, name: str) -> list[Path]:
    """The one file of this name, where the folder has it."""
    return [folder / name] if (folder / name).exists() else []


def packages(folder: Path) -> list[Path]:
    """The cases that are packages: their modules are checked together."""
    return sorted(path for path in folder.iterdir() if path.is_dir() and path.name != "__pycache__")


def files(case: Path) -> list[Path]:
    return sorted(case.rglob("*.py")) if case.is_dir() else [case]


def marked_files(case: Path) -> list[Path]:
    """The files of a case that may have markers: documents and compose files, too."""
    folder = case if case.is_dir() else case.parent
    documents = case.rglob("*.md") if case.is_dir() else []
    return sorted([*files(case), *documents, *folder.glob("*.yml")])


def lint(folder: Path, case: Path) -> list[Finding]:
    """What the folder's rule reports, its chains where they lead."""
    settings = Settings(root=folder, enabled=frozenset({folder.name, *TOGETHER_WITH.get(folder.name, ())}))
    report = check_files(files(case), settings)
    assert not report.errors
    return [finding for finding in report.findings if finding.code == folder.name]


def markers(folder: Path, case: Path) -> list[Marked]:
    """The marked lines, a line as often as the code stands there."""
    return [
        Marked(path.relative_to(folder).as_posix(), number)
        for path in marked_files(case)
        for number, line in enumerate(read(path).splitlines(), start=1)
        if (marker := _MARKER.search(line))
        for code in marker[1].split()
        if code == folder.name
    ]


def located(finding: Finding, folder: Path) -> Marked:
    return Marked(Path(finding.path).relative_to(folder).as_posix(), finding.span.line)


def rendered(found: list[Finding], folder: Path) -> str:
    """The findings as `--output-format full` shows them."""
    texts = Texts(lambda path: Path(path).read_bytes())
    lines = full.lines(found, PathNames(str(folder)), Palette(enabled=False), lambda path: texts.of(path).lines)
    return "".join(f"{line}\n" for line in lines)


def compare(golden: Path, text: str, *, bless: bool) -> None:
    if bless:
        golden.write_text(text, encoding="utf-8")
    assert golden.exists(), f"{golden.name} is missing; `pytest --bless` writes it"
    assert read(golden) == text


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a module that are no help to others: those whose names promise something."""
    every = ast.parse(read(path)).body
    found = [node for node in every if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return [node for node in found if not node.name.startswith("_")]


def promised(path: Path) -> dict[str, bool]:
    """By function of limits.py: will something in it be reported?"""
    return {function.name: function.name.startswith("false_alarm_") for function in functions(path)}


def judged(found: list[Finding], path: Path) -> dict[str, bool]:
    """By function of limits.py: is something in it reported? A finding elsewhere fails."""
    result = {function.name: False for function in functions(path)}
    for finding in found:
        owner = next(f.name for f in functions(path) if f.lineno <= finding.span.line <= (f.end_lineno or 0))
        result[owner] = True
    return result


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
