"""The suite of small cases: findings equal the hand-typed markers, on every line of every file."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from concurrency_lint.config import Settings
from concurrency_lint.engine import check_files
from concurrency_lint.selection import enabled_codes

SUITE = Path(__file__).parent / "suite"
GROUPS = ("names", "calls", "receivers", "execution", "conditions", "rules", "shapes", "near_misses")
CODES = frozenset(f"CNC{number}" for number in range(101, 113))

_MARKER = re.compile(r"#((?: CNC\d{3})+)$")


class Expected(NamedTuple):
    """One marker, or one finding: a code on a line of a file of the case."""

    path: str
    line: int
    code: str


class Case(NamedTuple):
    """A small project: a folder, or one file beside others that have nothing to do with it."""

    group: str
    path: Path

    @property
    def name(self) -> str:
        return f"{self.group}/{self.path.stem}"

    @property
    def root(self) -> Path:
        return self.path if self.path.is_dir() else self.path.parent

    @property
    def files(self) -> list[Path]:
        return sorted(self.path.rglob("*.py")) if self.path.is_dir() else [self.path]

    def markers(self) -> set[Expected]:
        return {
            Expected(path.relative_to(self.root).as_posix(), number, code)
            for path in self.files
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
            if (marker := _MARKER.search(line))
            for code in marker[1].split()
        }

    def findings(self) -> set[Expected]:
        settings = Settings(root=self.root, enabled=enabled_codes(("CNC1",), (), ()))
        report = check_files(self.files, settings, jobs=1)
        return {
            Expected(Path(f.path).relative_to(self.root).as_posix(), f.span.line, f.code)
            for f in report.findings
            if f.code in CODES
        }


CASES = [
    Case(group, path)
    for group in GROUPS
    for path in sorted((SUITE / group).iterdir())
    if (path.is_dir() and path.name != "__pycache__") or path.suffix == ".py"
]
MISSED: dict[str, str] = {}
"""Cases that are right and not met yet; each is a missed alarm to fix."""

per_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


@per_case
def test_findings_equal_markers(case: Case, request: pytest.FixtureRequest) -> None:
    if case.name in MISSED:
        request.applymarker(pytest.mark.xfail(reason=MISSED[case.name], strict=True))
    expected, found = case.markers(), case.findings()
    assert found == expected, _difference(case, expected, found)


@per_case
def test_case_is_well_formed(case: Case) -> None:
    introductions = [ast.get_docstring(ast.parse(path.read_bytes(), filename=str(path))) for path in case.files]
    main = [text for text in introductions if text]
    assert main, f"{case.name}: no file says in a docstring what is tested"
    assert all("\n" not in text and text.endswith(".") for text in main), f"{case.name}: one sentence on one line"
    assert {marker.code for marker in case.markers()} <= CODES


def test_suite_is_large_enough() -> None:
    flagged = [case for case in CASES if case.markers()]
    assert len(CASES) >= 150
    assert len(flagged) >= 115
    assert len(CASES) - len(flagged) >= 55
    assert {marker.code for case in flagged for marker in case.markers()} == CODES


def test_every_group_has_cases() -> None:
    sizes = Counter(case.group for case in CASES)
    assert all(sizes[group] for group in GROUPS), sizes
    assert {path.name for path in SUITE.iterdir() if path.name != "__pycache__"} == set(GROUPS)


def test_names_are_unique() -> None:
    repeated = [name for name, count in Counter(case.path.stem for case in CASES).items() if count > 1]
    assert not repeated


def _difference(case: Case, expected: set[Expected], found: set[Expected]) -> str:
    lines = [case.name]
    for title, rows in (("missed alarm", expected - found), ("false alarm", found - expected)):
        for row in sorted(rows):
            source = (case.root / row.path).read_text(encoding="utf-8").splitlines()[row.line - 1]
            lines.append(f"  {title}: {row.code} {row.path}:{row.line}  {source.strip()}")
    return "\n".join(lines)
