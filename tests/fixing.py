"""Fixes applied to a file of a small project, and the reasons for which there are none."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from concurrency_lint.config import Settings
from concurrency_lint.engine import check_files
from concurrency_lint.findings import Finding
from concurrency_lint.fixes.apply import fix_all
from concurrency_lint.fixes.making import FileFixes
from concurrency_lint.fixes.runtimes import Runtimes
from concurrency_lint.suppressions import shown


def fixed(folder: Path, source: str, *codes: str, path: str = "app.py", **options: Any) -> str:
    """A file with every fix of these rules, which is its own fixed point and valid Python."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    settings = Settings(root=folder, enabled=frozenset(codes), **options)
    text = _fixed(file, settings)
    ast.parse(text)
    file.write_text(text, encoding="utf-8")
    assert _fixed(file, settings) == text
    return text


def refusals(folder: Path, source: str, *codes: str, path: str = "app.py", **options: Any) -> list[str]:
    """Why there are no fixes, for each finding; an empty text where there is one."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    settings = Settings(root=folder, enabled=frozenset(codes), **options)
    made = FileFixes(str(file), file.read_bytes(), Runtimes(settings))
    fixes = [made.fix(finding) for finding in found_in(file, settings)]
    return ["" if fix is None or fix.edits else fix.title for fix in fixes]


def found_in(file: Path, settings: Settings) -> list[Finding]:
    """What is reported, but for what a comment silences."""
    text = file.read_text(encoding="utf-8")
    return shown(check_files([file], settings).findings, settings, lambda path: text)


def _fixed(file: Path, settings: Settings) -> str:
    done = fix_all(
        found_in(file, settings),
        settings,
        lambda files, contents: _look(files, settings, contents),
        Path.read_bytes,
        unsafe=True,
    )
    return done.after.get(file, file.read_bytes()).decode()


def _look(files: Collection[Path], settings: Settings, contents: Mapping[Path, bytes]) -> list[Finding]:
    found = check_files(sorted(files), settings, contents=contents).findings
    return shown(found, settings, lambda path: contents[Path(path)].decode())
