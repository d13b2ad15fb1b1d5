"""The scaffolds of CONTRIBUTING.md, run in a copy of the repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from documents import ROOT, script

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

LIBRARY = """
from os.path import join

__all__ = ["Client", "connect", "join", "VERSION"]
VERSION = "1"

class Client:
    def get(self, key, block=True): ...
    async def aget(self, key): ...
    def _send(self): ...

def connect(url): ...
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The repository's source and scripts; what is run there imports them, not the ones under test."""
    for folder in ("src", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(copy: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{copy / 'src'}{os.pathsep}{copy}"}
    return subprocess.run(
        [sys.executable, *command], cwd=copy, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_a_new_rule_is_discovered(copy: Path) -> None:
    done = run(copy, "scripts/new_rule.py", "CNC199", "blocking-thought")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:-1] == [
        "src/concurrency_lint/rules/eventloop/blocking_thought.py",
        "tests/fixtures/CNC199/bad.py",
        "tests/fixtures/CNC199/ok.py",
        "tests/fixtures/CNC199/limits.py",
    ]
    assert all((copy / name).is_file() for name in done.stdout.splitlines()[:-1])
    rules = json.loads(run(copy, "-m", "concurrency_lint", "rules", "--output-format", "json").stdout)
    assert [rule["name"] for rule in rules if rule["code"] == "CNC199"] == ["blocking-thought"]
    # It checks nothing yet, and breaks nothing.
    (copy / "app.py").write_text("import time\n\nasync def f():\n    time.sleep(1)\n", encoding="utf-8")
    done = run(copy, "-m", "concurrency_lint", "check", "--isolated", "-q", "--output-format", "concise", "app.py")
    assert [line.split(" ")[1] for line in done.stdout.splitlines()] == ["CNC101"]


def test_a_rule_of_a_new_family_gets_its_package(copy: Path) -> None:
    shutil.rmtree(copy / "src" / "concurrency_lint" / "rules" / "testing")
    done = run(copy, "scripts/new_rule.py", "CNC599", "slow-test")
    assert "src/concurrency_lint/rules/testing/__init__.py" in done.stdout.splitlines()
    assert "CNC599" in run(copy, "-m", "concurrency_lint", "rules").stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["CNC101", "another-sleep"], "CNC101 blocking-sleep exists"),
        (["CNC199", "blocking-sleep"], "CNC101 blocking-sleep exists"),
        (["CNC19", "some-name"], "CNC19: a code is CNC and three digits"),
        (["CNC199", "some_name"], "some_name: a name is words in lower case with dashes between"),
        (["CNC799", "some-name"], "CNC799: no family of rules begins with CNC7"),
        (["CNC199"], "python scripts/new_rule.py CNC199 kebab-name"),
    ],
)
def test_a_rule_that_cannot_be(copy: Path, arguments: list[str], says: str) -> None:
    done = run(copy, "scripts/new_rule.py", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert not (copy / "tests").exists()


def test_a_new_library_lists_what_is_public(copy: Path) -> None:
    (copy / "ledger.py").write_text(LIBRARY, encoding="utf-8")
    done = run(copy, "scripts/new_library.py", "ledger")
    assert done.returncode == 0, done.stderr
    path = copy / done.stdout.splitlines()[0]
    assert path == copy / "src" / "concurrency_lint" / "catalogue" / "ledger.toml"
    text = path.read_text(encoding="utf-8")
    listed = text.partition("# Public callables of the installed library:\n")[2].splitlines()
    assert listed == [
        "# ledger.Client()",
        "# ledger.Client.aget(key)  (coroutine function)",
        "# ledger.Client.get(key, block)",
        "# ledger.connect(url)",
    ]
    loads = "from concurrency_lint.catalogue.files import load_file; print(load_file('ledger').library)"
    assert run(copy, "-c", loads).stdout == "ledger\n"


def test_the_skeleton_without_its_hashes_fits_the_schema(copy: Path) -> None:
    text = script("new_library").skeleton("not_installed_anywhere")
    assert "Public callables" not in text
    entries = [line.removeprefix("# ") for line in text.splitlines()]
    filled = "\n".join(line for line in entries if re.match(r"\w+ = |\[\[", line))
    assert len(tomllib.loads(filled)["call"]) == 2
    path = copy / "src" / "concurrency_lint" / "catalogue" / "not_installed_anywhere.toml"
    path.write_text(filled, encoding="utf-8")
    loads = (
        "from concurrency_lint.catalogue.files import load_file; print(len(load_file('not_installed_anywhere').call))"
    )
    assert run(copy, "-c", loads).stdout == "2\n"


def test_a_library_that_is_known(copy: Path) -> None:
    done = run(copy, "scripts/new_library.py", "redis")
    assert done.returncode == 2
    assert done.stderr == "new_library: src/concurrency_lint/catalogue/redis.toml exists; add to it\n"
