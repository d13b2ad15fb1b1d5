"""Small projects with tasks: findings equal the hand-typed markers, in Python and in compose files."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from concurrency_lint.config import Settings
from concurrency_lint.engine import check_files
from concurrency_lint.rules.registry import all_rules

SUITE = Path(__file__).parent / "task_suite"
_MARKER = re.compile(r"#((?: CNC\d{3})+)$")


class Case(NamedTuple):
    """A small project, or one file of one; judged for the rule whose folder it stands in."""

    code: str
    path: Path

    @property
    def title(self) -> str:
        return f"{self.code}/{self.path.stem}"


CASES = [
    Case(folder.name, path)
    for folder in sorted(SUITE.iterdir())
    for path in sorted(folder.iterdir())
    if (path.is_dir() and path.name != "__pycache__") or path.suffix == ".py"
]
per_case = pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])


def written(case: Case, root: Path) -> list[Path]:
    """The files of a case, alone in a folder of their own."""
    sources = [path for path in case.path.rglob("*") if path.is_file()] if case.path.is_dir() else [case.path]
    base = case.path if case.path.is_dir() else case.path.parent
    for source in sources:
        if "__pycache__" not in source.parts:
            target = root / source.relative_to(base)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    return sorted(path for path in root.rglob("*") if path.is_file())


def markers(files: list[Path], root: Path) -> set[tuple[str, int]]:
    return {
        (path.relative_to(root).as_posix(), number)
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if _MARKER.search(line)
    }


@per_case
def test_findings_equal_markers(case: Case, tmp_path: Path) -> None:
    files = written(case, tmp_path)
    python = [path for path in files if path.suffix == ".py"]
    report = check_files(python, Settings(root=tmp_path, enabled=frozenset({case.code})))
    assert not report.errors
    found = {(Path(f.path).relative_to(tmp_path).as_posix(), f.span.line) for f in report.findings}
    assert found == markers(files, tmp_path)
    assert len(found) == len(report.findings)


@per_case
def test_flake8s_way_finds_the_same(case: Case, tmp_path: Path) -> None:
    from concurrency_lint.engine import check_source

    files = written(case, tmp_path)
    settings = Settings(root=tmp_path, enabled=frozenset({case.code}))
    found = set()
    for path in files:
        if path.suffix == ".py":
            for finding in check_source(path, path.read_bytes(), None, settings):
                assert finding.path == str(path)
                found.add((path.relative_to(tmp_path).as_posix(), finding.span.line))
    expected = markers(files, tmp_path)
    in_documents = {place for place in expected if not place[0].endswith(".py")}
    assert found >= expected - in_documents
    # What stands in a document is shown where the app is made.
    assert bool(found - expected) == bool(in_documents)


@per_case
def test_a_case_says_what_it_is(case: Case) -> None:
    sources = [case.path] if case.path.is_file() else sorted(case.path.rglob("*.py"))
    titles = [ast.get_docstring(ast.parse(path.read_bytes())) for path in sources]
    assert len([title for title in titles if title]) == 1, case.title


def test_every_rule_has_cases() -> None:
    codes = Counter(case.code for case in CASES)
    assert set(codes) == {code for code in all_rules() if code.startswith("CNC2")}
    assert len(CASES) >= 100
