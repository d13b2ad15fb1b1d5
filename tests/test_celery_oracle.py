"""The oracle of the inventory: the real Celery imports generated projects, and its tasks are as we said."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from celery_projects import VALUES, all_pairs_held, projects, write_project
from concurrency_lint.config import Settings
from concurrency_lint.inventory import inventory
from concurrency_lint.project.celery import setting_names

# Another release than the installed one: the interpreter of an environment that has it.
PYTHON = os.environ.get("CELERY_ORACLE_PYTHON", sys.executable)
RUNNER = Path(__file__).parent / "read_celery_tasks.py"
PROJECTS = projects()

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(
        sys.executable == PYTHON and importlib.util.find_spec("celery") is None, reason="Celery is not installed"
    ),
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    root = tmp_path_factory.mktemp("projects")
    return [write_project(project, root / f"project_{number:03}") for number, project in enumerate(PROJECTS)]


@pytest.fixture(scope="module")
def truth(folders: list[Path]) -> dict[str, Any]:
    request = json.dumps({"folders": [str(folder) for folder in folders], "options": list(VALUES)})
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("CELERY_", "DJANGO_"))}
    done = subprocess.run(
        [PYTHON, str(RUNNER)], input=request, capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@cache
def ours(folder: Path) -> list[dict[str, Any]]:
    files = sorted(folder.rglob("*.py"))
    return inventory(files, Settings(root=folder, enabled=frozenset()), folder)


def test_the_projects_hold_every_pair() -> None:
    assert len(PROJECTS) >= 150
    assert not list(all_pairs_held(PROJECTS))


@pytest.mark.parametrize("number", range(len(PROJECTS)), ids=[project.title for project in PROJECTS])
def test_a_task_is_as_celery_says(number: int, folders: list[Path], truth: dict[str, Any]) -> None:
    folder = folders[number]
    real = truth[str(folder)]
    assert "error" not in real, real["error"]
    found = ours(folder)
    assert len(found) == 1, [task["name"] for task in found]
    (task,) = found
    assert task["name"] in (real["name"], None)
    wrong = {}
    for option in VALUES:
        held = task["options"][option]
        expected = real["options"][option]
        if held["state"] == "unknown":
            continue
        value = real["defaults"][option] if held["state"] == "unset" else held["value"]
        if _same(value) != _same(expected):
            wrong[option] = (held, expected)
    assert not wrong


def test_few_answers_are_unknown(folders: list[Path]) -> None:
    judged = [ours(folder)[0]["options"][project.option] for folder, project in zip(folders, PROJECTS, strict=True)]
    unknown = [project.title for project, held in zip(PROJECTS, judged, strict=True) if held["state"] == "unknown"]
    assert len(unknown) <= len(PROJECTS) / 10, unknown


def test_settings_are_those_of_the_release(truth: dict[str, Any]) -> None:
    code = (
        "import json; from celery.app import defaults;"
        "print(json.dumps({n: defaults._TO_OLD_KEY[n] for n, _ in defaults.flatten(defaults.NAMESPACES)}))"
    )
    done = subprocess.run([PYTHON, "-c", code], capture_output=True, encoding="utf-8", check=True)
    names: dict[str, str] = json.loads(done.stdout)
    assert names.items() <= setting_names.OLD_NAMES.items()


def _same(value: Any) -> Any:
    """A value as both sides write it: no result is as good as off where the library takes both alike."""
    return [_same(each) for each in value] if isinstance(value, (list, tuple)) else value or (0 if value == 0 else None)
