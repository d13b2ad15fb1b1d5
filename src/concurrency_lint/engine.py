"""From files to findings: facts of each file, linked on demand, asked by the rules."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from pathlib import Path

from concurrency_lint.config import Settings
from concurrency_lint.findings import Finding, Report


def check_files(
    files: Sequence[Path], settings: Settings, *, jobs: int = 1, contents: Mapping[Path, bytes] | None = None
) -> Report:
    """Check `files` (absolute paths) in up to `jobs` processes.

    `contents` stands in for what is on disk (standard input, an editor's buffer). Findings suppressed at the sink or
    at a helper's `def`, and those of codes outside `settings.enabled`, are left out; `# noqa` on the reported line,
    per-file ignores and the minimal severity are the adapter's business (`suppressions.py`).
    Raises `OSError` when a file cannot be read.
    """
    raise NotImplementedError


def check_source(path: Path, source: bytes, tree: ast.Module | None, settings: Settings) -> list[Finding]:
    """Check one module whose source (and, from flake8, whose tree) is at hand; used by flake8 and by editors.

    Modules linked for one file are kept for the next one in this process while they do not change on disk.
    """
    raise NotImplementedError
