"""The hook, run by the real pre-commit on a real repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from commands import run, write

HOOKS = Path(__file__).parents[1]

FILES = {
    "app/__init__.py": "",
    "app/main.py": "from app.repo import fetch\n\n\nasync def get_user(user_id):\n    return fetch(user_id)\n",
    "app/repo.py": "import requests\n\n\ndef fetch(url):\n    return requests.get(url)\n",
    "app/generated/__init__.py": "",
    "app/generated/api.py": "import time\n\n\nasync def f():\n    time.sleep(1)\n",
    "pyproject.toml": '[tool.concurrency-lint]\nextend-exclude = ["generated"]\n',
}


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


@pytest.mark.slow
def test_a_staged_violation_whose_cause_stands_in_another_module(tmp_path: Path) -> None:
    project = write(tmp_path / "project", {name: text for name, text in FILES.items() if "main" not in name})
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "before")
    write(project, {"app/main.py": FILES["app/main.py"], "app/generated/api.py": FILES["app/generated/api.py"] + "\n"})
    git(project, "add", ".")
    environment = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"}
    done = run("pre-commit", "try-repo", HOOKS, "concurrency-lint", cwd=project, environment=environment, timeout=600)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "- exit code: 1" in done.stdout
    assert "app/main.py:5:12: CNC102 `requests.get` " in done.stdout
    assert "  = app/repo.py:5  requests.get(url) -> requests.get\n" in done.stdout
    assert "generated" not in done.stdout
    assert done.stdout.count("Found 1 error in 1 file.") == 1
    write(project, {"app/main.py": FILES["app/main.py"].replace("fetch(user_id)", "user_id")})
    git(project, "add", ".")
    done = run("pre-commit", "try-repo", HOOKS, "concurrency-lint", cwd=project, environment=environment, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
