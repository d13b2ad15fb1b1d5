"""Programs that stall their event loop, or do less than they say: once fixed they say the same, and nothing stalls."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from concurrency_lint.config import Settings
from concurrency_lint.fixes.making import all_fixers
from fixing import found_in
from running import Program, programs, said

blockbuster = pytest.mark.skipif(sys.platform != "linux", reason="blockbuster watches the calls of POSIX")


@blockbuster
@pytest.mark.parametrize("program", programs("await", "offload", "chains", "blocks", "transitive"))
def test_nothing_blocks_any_more(program: Program, tmp_path: Path) -> None:
    pytest.importorskip("blockbuster")
    runs_the_same(program, tmp_path)


@blockbuster
@pytest.mark.parametrize("program", programs("file", "path", "run_process"))
def test_what_the_library_has_itself(program: Program, tmp_path: Path) -> None:
    pytest.importorskip("blockbuster")
    if sys.version_info < (3, 11) and program.path.stem == "metadata":
        pytest.skip("pathlib keeps references of its own to the system calls, and takes the watched ones for methods")
    text = runs_the_same(program, tmp_path)
    assert "run_sync" not in text
    assert "await anyio." in text


@pytest.mark.parametrize("program", programs("argument", "executor", "clamp"))
def test_what_it_says_changes(program: Program, tmp_path: Path) -> None:
    path = program.copied(tmp_path)
    assert said(path) == (program.words["before"], "")
    assert said(program.fixed(tmp_path)) == (program.words["after"], "")


@pytest.mark.parametrize("program", programs("comment"))
def test_comments_are_needed_or_gone(program: Program, tmp_path: Path) -> None:
    path = program.copied(tmp_path)
    settings = Settings(root=tmp_path, enabled=frozenset({"CNC101", "CNC103", "CNC901"}))
    before = said(path)
    assert {each.code for each in found_in(path, settings)} == {"CNC901"}
    program.fixed(tmp_path, "CNC101 CNC103 CNC901")
    assert found_in(path, settings) == []
    assert said(path) == before


def runs_the_same(program: Program, folder: Path) -> str:
    """The fixed program, which blocked and says what it said."""
    path = program.copied(folder)
    assert said(path, "blockbuster")[0] == "BlockingError"
    before = said(path)
    program.fixed(folder)
    text = path.read_text(encoding="utf-8")
    assert said(path, "blockbuster") == before, text
    return text


@pytest.mark.parametrize("fixer", all_fixers())
def test_every_fixer_has_programs(fixer: str) -> None:
    assert len(programs(fixer)) >= 6
