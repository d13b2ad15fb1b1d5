"""Small cases for the rules about requests, messages, pools and tests: findings equal the hand-typed markers."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from concurrency_lint.config import Settings
from concurrency_lint.document_checks import document_findings
from concurrency_lint.engine import check_files
from concurrency_lint.rules.registry import all_rules

GUIDE = Path(__file__).parent / "guide"
IN_REQUESTS = ("CNC120", "CNC121", "CNC122", "CNC123")
OF_THE_GUIDE = ("CNC3", "CNC4", "CNC5", "CNC901", "CNC113", "CNC114", "CNC115", "CNC116", *IN_REQUESTS)
DEFAULT = frozenset(code for code, rule in all_rules().items() if not rule.opt_in)
ON = frozenset(code for code in DEFAULT if code.startswith(OF_THE_GUIDE))
WITH_OPT_IN = frozenset(code for code in all_rules() if code.startswith((*OF_THE_GUIDE, "CNC10")))
ABOUT_DOCUMENTS = frozenset({"CNC304", "CNC305", "CNC306"})

_MARKER = re.compile(r"#((?: CNC\d{3})+)$")


class Expected(NamedTuple):
    """One marker, or one finding."""

    path: str
    line: int
    code: str


class Case(NamedTuple):
    """A small project: a folder, or one file."""

    path: Path

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def group(self) -> str:
        return self.path.parent.name

    @property
    def codes(self) -> frozenset[str]:
        """The codes that a case is about: a whole service is about every rule that is on by default."""
        if self.group == "services":
            return DEFAULT - ({"CNC304"} if not (self.path / "m2m").is_dir() else frozenset())
        if self.group == "opt_in":
            return WITH_OPT_IN - ABOUT_DOCUMENTS - {"CNC110"}
        return ON - (ABOUT_DOCUMENTS if self.group != "documents" else frozenset())


CASES = [
    Case(path)
    for group in sorted(GUIDE.iterdir())
    if group.is_dir()
    for path in sorted(group.iterdir())
    if path.suffix == ".py" or (path.is_dir() and path.name != "__pycache__")
]
MISSED: dict[str, str] = {
    "opt_in/traces_dropped_by_callback": "what a client hands to its callbacks is not known",
}
"""Cases that are right and not met yet; each is a missed alarm to fix."""


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_findings_equal_markers(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if case.name in MISSED:
        request.applymarker(pytest.mark.xfail(reason=MISSED[case.name], strict=True))
    # Elsewhere, since what stands below a folder `tests` is judged as a test.
    root = tmp_path / case.path.stem
    if case.path.is_dir():
        shutil.copytree(case.path, root, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        root.mkdir()
        shutil.copy(case.path, root)
    files = sorted(root.rglob("*.py"))
    settings = Settings(root=root, enabled=case.codes)
    report = check_files(files, settings)
    assert not report.errors
    findings = report.findings + document_findings(files, settings)
    found = {Expected(Path(f.path).relative_to(root).as_posix(), f.span.line, f.code) for f in findings}
    assert found == markers(root, files)


def markers(root: Path, files: list[Path]) -> set[Expected]:
    """The hand-typed markers of a case; what is reported in a document stands in `expected.txt`."""
    listed = (root / "expected.txt").read_text(encoding="utf-8").split() if (root / "expected.txt").exists() else []
    places = [place.rpartition(":") for place in listed[::2]]
    elsewhere = {Expected(path, int(line), code) for (path, _, line), code in zip(places, listed[1::2], strict=True)}
    return elsewhere | {
        Expected(path.relative_to(root).as_posix(), number, code)
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (marker := _MARKER.search(line))
        for code in marker[1].split()
    }


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 100
    sizes = Counter(case.group for case in CASES)
    assert sizes["services"] >= 10
    marked = {each.code for each in markers(GUIDE, sorted(GUIDE.rglob("*.py")))}
    assert marked >= ON - {"CNC305", "CNC306"}


def test_clean_services_have_no_marker() -> None:
    for path in (GUIDE / "services").rglob("clean_*/**/*.py"):
        assert not any(_MARKER.search(line) for line in path.read_text(encoding="utf-8").splitlines()), path
