"""Programs on real frameworks that do less than they should: fixed, they do it."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Program, programs, said

FOLDERS = ("keywords", "attributes", "countdown", "rename", "reraise", "on_commit", "status", "answer", "time_test")


@pytest.mark.slow
@pytest.mark.parametrize("program", programs(*FOLDERS))
def test_what_it_says_changes(program: Program, tmp_path: Path) -> None:
    program.needs()
    path = program.copied(tmp_path)
    assert said(path)[0] == program.words["before"]
    program.fixed(tmp_path)
    text = (tmp_path / program.words.get("path", "program.py")).read_text(encoding="utf-8")
    assert said(path)[0] == program.words["after"], text


@pytest.mark.slow
@pytest.mark.parametrize("program", programs("process"))
def test_the_loop_runs_while_another_process_computes(program: Program, tmp_path: Path) -> None:
    program.needs()
    path = program.copied(tmp_path)
    before, stalled = said(path, "ticks")
    text = program.fixed(tmp_path).read_text(encoding="utf-8")
    assert "await anyio.to_process.run_sync(" in text or "await to_process.run_sync(" in text
    after, gap = said(path, "ticks")
    assert after == before
    assert float(gap) < float(stalled) / 2
