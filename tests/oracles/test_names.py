"""The names of the catalogue's libraries and of what replaces them, looked up in the libraries."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from concurrency_lint.catalogue.files import load_file, stems

SCRIPT = Path(__file__).parents[2] / "scripts" / "verify_catalogue.py"
LIBRARIES = sorted(stem for stem in stems() if load_file(stem).library != "Python")


def _is_installed(library: str) -> bool:
    try:
        return importlib.util.find_spec(library) is not None
    except ModuleNotFoundError:  # of a name space
        return False


def _compared(library: str) -> subprocess.CompletedProcess[str]:
    # In a process of its own: some libraries change what others see.
    return subprocess.run([sys.executable, SCRIPT, library], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def comparisons() -> dict[str, subprocess.CompletedProcess[str]]:
    installed = [library for library in LIBRARIES if _is_installed(library)]
    with ThreadPoolExecutor() as pool:
        return dict(zip(installed, pool.map(_compared, installed), strict=True))


@pytest.mark.parametrize("library", LIBRARIES)
def test_names_exist_and_block(library: str, comparisons: dict[str, subprocess.CompletedProcess[str]]) -> None:
    if library not in comparisons:
        pytest.skip("not installed")
    found = comparisons[library]
    reason = found.stdout.strip().split(maxsplit=2)[-1]
    if found.returncode == 0 and reason != "ok":
        pytest.skip(reason)
    assert found.returncode == 0, found.stdout + found.stderr
