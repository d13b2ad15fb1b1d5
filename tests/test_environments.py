"""With an environment, calls are followed into libraries that the catalogue does not know."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands import check

LIBRARY = """\
import requests

from vendored_base import Base

class Client(Base):
    def fetch(self):
        return self.download()

    def other(self):
        return requests.get("https://example.com")
"""
BASE = """\
import time

class Base:
    def download(self):
        time.sleep(1)
"""
APPLICATION = """\
from unheard_of import Client

class Own(Client):
    pass

async def use(client: Client):
    client.fetch()
    Own().other()
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / ".venv")], check=True)
    (packages,) = (folder / ".venv").glob("[lL]ib/**/site-packages")
    (packages / "unheard_of").mkdir()
    (packages / "unheard_of" / "__init__.py").write_text(LIBRARY, encoding="utf-8")
    (packages / "vendored_base.py").write_text(BASE, encoding="utf-8")
    (folder / "app.py").write_text(APPLICATION, encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.concurrency-lint]\n", encoding="utf-8")
    return folder


def codes(project: Path, *options: str) -> list[str]:
    done = check("--output-format", "concise", "-q", *options, ".", cwd=project)
    assert done.returncode in (0, 1), done.stderr
    return [line.split()[1] for line in done.stdout.splitlines() if line.startswith("app.py:")]


def test_libraries_stay_unknown_unless_asked_for(project: Path) -> None:
    assert codes(project) == []


@pytest.mark.parametrize("named", [".venv", ".venv/bin/python"])
def test_an_environment_is_read(project: Path, named: str) -> None:
    assert codes(project, "--python", named) == ["CNC101", "CNC102"]


def test_the_configuration_names_it_from_the_root(project: Path, tmp_path: Path) -> None:
    config = project / "pyproject.toml"
    config.write_text('[tool.concurrency-lint]\npython = ".venv"\n', encoding="utf-8")
    try:
        done = check("-q", str(project / "app.py"), cwd=tmp_path)
    finally:
        config.write_text("[tool.concurrency-lint]\n", encoding="utf-8")
    assert "CNC101" in done.stdout


@pytest.mark.parametrize(("named", "problem"), [("nowhere", "does not exist"), (".", "has no site-packages")])
def test_a_wrong_path_is_an_error(project: Path, named: str, problem: str) -> None:
    done = check("--python", named, ".", cwd=project)
    assert done.returncode == 2
    assert problem in done.stderr
    (project / "wrong.toml").write_text(f'[tool.concurrency-lint]\npython = "{named}"\n', encoding="utf-8")
    done = check("--config", "wrong.toml", ".", cwd=project)
    assert done.returncode == 2
    assert "wrong.toml:2" in done.stderr
    assert problem in done.stderr
