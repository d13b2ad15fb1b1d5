"""The plugin inside the real flake8."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from flake8.options.parse_args import parse_args

from commands import check, flake8, write
from concurrency_lint.config import Settings
from concurrency_lint.flake8_selection import Flake8Selection

SLEEPER = "import time\n\n\nasync def f():\n    time.sleep(1)\n"
OPT_IN = "import os\n\n\nasync def f():\n    os.path.exists('x')\n"
CHAIN = {
    "app/__init__.py": "",
    "app/main.py": "from app import services\n\n\nasync def get_user(user_id):\n    return services.load(user_id)\n",
    "app/services.py": "from app.repo import fetch\n\n\ndef load(user_id):\n    return fetch(user_id)\n",
    "app/repo.py": "import requests\n\n\ndef fetch(url):\n    return requests.get(url)\n",
}


def ours(output: str) -> list[str]:
    """`path:line:column: CODE` of our findings, sorted."""
    return sorted(" ".join(line.split(" ")[:2]) for line in output.splitlines() if ": CNC" in line)


def test_one_named_file_follows_its_helpers(tmp_path: Path) -> None:
    write(tmp_path, CHAIN)
    done = flake8("app/main.py", cwd=tmp_path)
    assert ours(done.stdout) == ["app/main.py:5:12: CNC102"]
    assert done.returncode == 1
    text = done.stdout.split("app/main.py:5:12: ")[1].splitlines()[0]
    assert text.startswith("CNC102 `requests.get` blocks the event loop, via load() -> fetch(); ")


def test_several_processes_and_another_working_directory(tmp_path: Path) -> None:
    copies = {f"{name}/{path}": text for name in ("one", "two", "three") for path, text in CHAIN.items()}
    markers = {f"{name}/setup.cfg": "" for name in ("one", "two", "three")}
    write(tmp_path, {**copies, **markers, "elsewhere/x.py": SLEEPER})
    arguments = ["-j2", "../one", "../two", "../three", "x.py"]
    done = flake8(*arguments, cwd=tmp_path / "elsewhere")
    expected = [f"../{name}/app/main.py:5:12: CNC102" for name in ("one", "three", "two")]
    assert ours(done.stdout) == [*expected, "x.py:5:5: CNC101"]
    assert done.stderr == ""


def test_standard_input_takes_the_place_of_the_named_file(tmp_path: Path) -> None:
    write(tmp_path, CHAIN)
    text = "# a comment\n" + CHAIN["app/main.py"]
    done = flake8("--stdin-display-name", "app/main.py", "-", cwd=tmp_path, input=text)
    assert ours(done.stdout) == ["app/main.py:6:12: CNC102"]
    assert ours(flake8("-", cwd=tmp_path, input=SLEEPER).stdout) == ["stdin:5:5: CNC101"]


def test_noqa_and_per_file_ignores(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": SLEEPER, "b.py": SLEEPER.replace("(1)", "(1)  # noqa: CNC101"), "c.py": SLEEPER})
    assert ours(flake8("--per-file-ignores", "c.py:CNC1", ".", cwd=tmp_path).stdout) == ["./a.py:5:5: CNC101"]
    write(tmp_path, {".flake8": "[flake8]\nper-file-ignores =\n    a.py: CNC101\n    c.py: CNC102\n"})
    assert ours(flake8(".", cwd=tmp_path).stdout) == ["./c.py:5:5: CNC101"]


@pytest.mark.parametrize(
    ("arguments", "on"),
    [
        ([], False),
        (["--ignore", "E501"], False),
        (["--ignore", "CNC101"], False),
        (["--extend-ignore", "E501"], False),
        (["--select", "E,F,W,C"], False),
        (["--extend-select", "B9"], False),
        (["--select", "CNC101"], False),
        (["--select", "CNC110"], True),
        (["--select", "CNC1"], True),
        (["--select", "CNC"], True),
        (["--extend-select", "CNC11"], True),
        (["--concurrency-lint-extend-select", "CNC110"], True),
        (["--concurrency-lint-extend-select", "cnc11", "--ignore", "E501"], True),
        (["--concurrency-lint-extend-select", "CNC110", "--ignore", "CNC110"], False),
        (["--concurrency-lint-extend-select", "CNC110", "--select", "E,F"], False),
        (["--extend-select", "CNC110", "--ignore", "CNC1"], True),
        (["--select", "CNC1", "--ignore", "CNC11"], False),
        (["--select", "CNC1", "--concurrency-lint-min-severity", "warning"], False),
    ],
)
def test_opt_in_rules_run_only_when_named(tmp_path: Path, arguments: list[str], on: bool) -> None:
    write(tmp_path, {"a.py": OPT_IN})
    done = flake8(*arguments, "a.py", cwd=tmp_path)
    assert ours(done.stdout) == (["a.py:5:5: CNC110"] if on else [])
    assert done.stderr == ""


@pytest.mark.parametrize("file", [".flake8", "setup.cfg", "tox.ini"])
def test_options_in_configuration_files(tmp_path: Path, file: str) -> None:
    body = (
        "[flake8]\nconcurrency-lint-extend-select =\n    CNC110,\n    CNC112\nconcurrency_lint_min_severity = advice\n"
    )
    write(tmp_path, {file: body, "a.py": OPT_IN})
    assert ours(flake8("a.py", cwd=tmp_path).stdout) == ["a.py:5:5: CNC110"]


def test_pyproject_is_read_and_flake8_wins(tmp_path: Path) -> None:
    toml = '[tool.concurrency-lint]\nignore = ["CNC101"]\nextend-select = ["CNC110"]\n'
    write(tmp_path, {"pyproject.toml": toml, "a.py": SLEEPER, "b.py": OPT_IN, "elsewhere/c.txt": ""})
    assert ours(flake8(".", cwd=tmp_path).stdout) == ["./b.py:5:5: CNC110"]
    assert ours(flake8(tmp_path, cwd=tmp_path / "elsewhere").stdout) == [f"{tmp_path}/b.py:5:5: CNC110"]
    assert ours(flake8("--select", "CNC101", ".", cwd=tmp_path).stdout) == ["./a.py:5:5: CNC101"]
    assert ours(flake8("--ignore", "CNC110", ".", cwd=tmp_path).stdout) == []
    assert ours(flake8("--concurrency-lint-min-severity", "error", ".", cwd=tmp_path).stdout) == []
    write(tmp_path, {"pyproject.toml": '[tool.concurrency-lint]\nmin-severity = "error"\n'})
    assert ours(flake8("--extend-select", "CNC110", ".", cwd=tmp_path).stdout) == ["./a.py:5:5: CNC101"]
    arguments = ["--extend-select", "CNC110", "--concurrency-lint-min-severity", "advice", "."]
    assert ours(flake8(*arguments, cwd=tmp_path).stdout) == ["./a.py:5:5: CNC101", "./b.py:5:5: CNC110"]
    write(tmp_path, {"pyproject.toml": '[tool.concurrency-lint.per-file-ignores]\n"a.py" = ["CNC1"]\n'})
    assert ours(flake8(".", cwd=tmp_path).stdout) == []


@pytest.mark.parametrize(
    ("toml", "arguments", "says"),
    [
        (
            "exlude = []",
            [],
            "pyproject.toml:2: unknown key `exlude` in [tool.concurrency-lint]; did you mean `exclude`?",
        ),
        ("", ["--concurrency-lint-min-severity", "high"], "must be 'error', 'warning' or 'advice', not 'high'"),
        ("", ["--concurrency-lint-extend-select", "CNC1O1"], "no rule has the code or prefix `CNC1O1`; did you mean"),
    ],
)
def test_mistakes_stop_flake8_with_a_sentence(tmp_path: Path, toml: str, arguments: list[str], says: str) -> None:
    write(tmp_path, {"pyproject.toml": f"[tool.concurrency-lint]\n{toml}\n", "a.py": SLEEPER, "e/x.py": ""})
    done = flake8(*arguments, tmp_path / "a.py", cwd=tmp_path / "e")
    assert done.returncode == 1
    assert "There was a critical error during execution of Flake8" in done.stdout + done.stderr
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        ([], set()),
        (["--ignore", "CNC103"], {"CNC103"}),
        (["--extend-ignore", "CNC103,CNC104"], {"CNC103", "CNC104"}),
        (["--per-file-ignores", "other.py:CNC102,x.py:CNC101"], {"CNC101"}),
        (["--select", "E,CNC1", "--ignore", "CNC10"], {"CNC101", "CNC102", "CNC103", "CNC104"}),
        (["--select", "E,F"], {"CNC101", "CNC102", "CNC103", "CNC104", "CNC112"}),
    ],
)
def test_what_flake8_drops_is_not_enabled(arguments: list[str], missing: set[str]) -> None:
    """One defect is reported under one of the enabled codes, so the engine must know what flake8 will drop."""
    codes = frozenset({"CNC101", "CNC102", "CNC103", "CNC104", "CNC112"})
    _, options = parse_args(["--isolated", *arguments, "x.py"])
    settings = Settings(root=Path("/p"), enabled=codes)
    assert codes - Flake8Selection(options).apply(settings, "/p/x.py", "x.py").enabled == missing


def test_beside_bugbear_and_flake8_async(tmp_path: Path) -> None:
    text = "import time\n\n\nasync def f(x=[]):\n    import os\n    time.sleep(1)\n"
    write(tmp_path, {"a.py": text})
    done = flake8("--select", "CNC,B,F,ASYNC", "a.py", cwd=tmp_path)
    codes = {line.split(" ")[1] for line in done.stdout.splitlines()}
    assert {"CNC101", "B006", "F401", "ASYNC251"} <= codes
    versions = flake8("--version", cwd=tmp_path).stdout.replace("\n", " ")
    assert "concurrency-lint: " in versions
    assert "flake8-bugbear: " in versions


def test_columns_count_code_points(tmp_path: Path) -> None:
    text = "import time\n\n\nasync def f():\n    x = 'é😀'; time.sleep(1)\n    return x\n"
    write(tmp_path, {"a.py": text})
    assert ours(flake8("a.py", cwd=tmp_path).stdout) == ["a.py:5:15: CNC101"]
    assert ours(check("a.py", "--output-format", "concise", cwd=tmp_path).stdout) == ["a.py:5:15: CNC101"]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8-sig", "cp1251"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    letter = "ж" if encoding == "cp1251" else "é"
    cookie = "" if encoding == "utf-8-sig" else f"# -*- coding: {encoding} -*-\n"
    text = f"{cookie}import time\n\n\nasync def f():\n    x = '{letter}'; time.sleep(1)\n    return x\n"
    (tmp_path / "a.py").write_bytes(text.encode(encoding))
    line = 5 + bool(cookie)
    assert ours(flake8("a.py", cwd=tmp_path).stdout) == [f"a.py:{line}:14: CNC101"]
    assert ours(check("a.py", "--output-format", "concise", cwd=tmp_path).stdout) == [f"a.py:{line}:14: CNC101"]


def test_a_file_that_does_not_parse_is_left_to_flake8(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": "def f(:\n"})
    done = flake8("a.py", cwd=tmp_path)
    assert "E999" in done.stdout
    assert ours(done.stdout) == []


def test_a_plain_run_imports_no_heavy_library(tmp_path: Path) -> None:
    write(tmp_path, CHAIN)
    # flake8-async, installed for these tests, imports libcst itself: leave other plugins out.
    script = (
        "import importlib.metadata as metadata, sys\n"
        "installed = [d for d in metadata.distributions() if d.name in ('flake8', 'concurrency-lint')]\n"
        "metadata.distributions = lambda: installed\n"
        "from flake8.main.cli import main\n"
        "code = main(['--select', 'CNC', '-j1', 'app'])\n"
        "print(code, sorted({'click', 'libcst', 'astroid', 'pathspec', 'bugbear'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "1 []"


def test_flake8_and_check_agree(tmp_path: Path) -> None:
    write(tmp_path, {**CHAIN, "a.py": SLEEPER, "b.py": OPT_IN, "c.py": SLEEPER.replace("(1)", "(1)  # noqa")})
    by_flake8 = flake8("--select", "CNC", "app", "a.py", "b.py", "c.py", cwd=tmp_path)
    by_check = check("--select", "CNC", "--output-format", "concise", "-q", cwd=tmp_path)
    by_flake8_unmarked = [line.removesuffix(" [fixable]") for line in by_flake8.stdout.splitlines()]
    assert sorted(by_flake8_unmarked) == sorted(by_check.stdout.splitlines())
    assert len(by_check.stdout.splitlines()) == 3
