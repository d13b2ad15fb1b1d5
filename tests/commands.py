"""Runs the installed commands as a user would: in processes of their own, with a plain environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

BIN = Path(sys.executable).parent
_NOT_PASSED_ON = ("NO_COLOR", "FORCE_COLOR", "PRE_COMMIT_COLOR")


def run(
    command: str,
    *arguments: str | Path,
    cwd: Path,
    input: str | None = None,
    environment: Mapping[str, str] | None = None,
    timeout: float = 120,
) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment that runs the tests."""
    inherited = {key: value for key, value in os.environ.items() if key not in _NOT_PASSED_ON}
    return subprocess.run(
        [BIN / command, *map(str, arguments)],
        cwd=cwd,
        input=input,
        capture_output=True,
        encoding="utf-8",
        env={**inherited, **(environment or {})},
        timeout=timeout,
        check=False,
    )


def check(*arguments: str | Path, cwd: Path, **how: object) -> subprocess.CompletedProcess[str]:
    """Run `concurrency-lint check`."""
    return run("concurrency-lint", "check", *arguments, cwd=cwd, **how)  # type: ignore[arg-type]


def flake8(*arguments: str | Path, cwd: Path, **how: object) -> subprocess.CompletedProcess[str]:
    """Run flake8."""
    return run("flake8", *arguments, cwd=cwd, **how)  # type: ignore[arg-type]


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write `files` (text by relative path) below `root`, and give `root` back."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
