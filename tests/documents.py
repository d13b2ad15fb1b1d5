"""The repository's own documents, scripts and commands, as tests read them."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "benchmarks").glob("*.md")])

_FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    """The text of a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The fenced blocks of a document in one language."""
    return [text for found, text in _FENCED.findall(page(name)) if found == language]


def first_command() -> str:
    """The README's command line that tries the linter on the example."""
    return _command_with("concurrency-lint check examples/shop")


def test_command() -> str:
    """The README's command line that runs the tests."""
    return _command_with("pytest")


test_command.__test__ = False  # type: ignore[attr-defined]


def script(name: str) -> ModuleType:
    """A file of scripts/ as a module."""
    path = ROOT / "scripts" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _command_with(words: str) -> str:
    found = [
        line for text in blocks("README.md", "sh") for line in text.splitlines() if "venv" in line and words in line
    ]
    assert len(found) == 1, f"README.md: one command line that sets up an environment and runs {words}"
    return found[0]
