"""Coroutines that a program goes through itself: no event loop waits for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from concurrency_lint.config import Settings
from concurrency_lint.engine import check_files

DRIVER = """\
class FakeLoop:
    def add(self, function):
        steps = function().__await__()
        for _ in steps:
            pass
"""
AWAITABLE = """\
class Page:
    def __await__(self):
        page = yield from self.load().__await__()
        return page
"""
COMPONENT = "import time\n\n\nasync def to_code():\n    time.sleep(1)\n"


@pytest.mark.parametrize(
    ("beside", "component", "reported"),
    [
        (DRIVER, COMPONENT, False),
        (DRIVER, f"import asyncio\n{COMPONENT}", True),
        (DRIVER, f"from fastapi import FastAPI\n{COMPONENT}", True),
        (AWAITABLE, COMPONENT, True),
        ("", COMPONENT, True),
    ],
)
def test_a_program_that_drives_its_coroutines(beside: str, component: str, tmp_path: Path, *, reported: bool) -> None:
    (tmp_path / "driver.py").write_text(beside, encoding="utf-8")
    file = tmp_path / "component.py"
    file.write_text(component, encoding="utf-8")
    report = check_files([file], Settings(root=tmp_path, enabled=frozenset({"CNC101"})))
    assert [finding.code for finding in report.findings] == ["CNC101"] * reported


@pytest.mark.parametrize(
    ("driver", "component", "reported"),
    [
        ("firmware/steps.py", "firmware/parts/pump.py", False),
        ("firmware/parts/steps.py", "firmware/pump.py", False),
        ("tests/test_steps.py", "tests/test_pump.py", True),
        ("firmware/test_steps.py", "firmware/pump.py", True),
        ("other/steps.py", "firmware/pump.py", True),
    ],
)
def test_who_drives_is_of_the_same_package(driver: str, component: str, tmp_path: Path, *, reported: bool) -> None:
    for name, content in ((driver, DRIVER), (component, COMPONENT)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        for folder in path.relative_to(tmp_path).parents[:-1]:
            (tmp_path / folder / "__init__.py").touch()
    report = check_files([tmp_path / component], Settings(root=tmp_path, enabled=frozenset({"CNC101"})))
    assert [finding.code for finding in report.findings] == ["CNC101"] * reported
