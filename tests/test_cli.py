"""The command line, run as a command."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from commands import BIN, check, run, write
from concurrency_lint import __version__
from concurrency_lint.reporters.json import schema as findings_schema

SLEEPER = "import time\n\n\nasync def f():\n    time.sleep(1)\n"
FINE = "import asyncio\n\n\nasync def f():\n    await asyncio.sleep(1)\n"
CHAIN = {
    "app/__init__.py": "",
    "app/main.py": "from app import services\n\n\nasync def get_user(user_id):\n    return services.load(user_id)\n",
    "app/services.py": "from app.repo import fetch\n\n\ndef load(user_id):\n    return fetch(f'https://x/{user_id}')\n",
    "app/repo.py": "import requests\n\n\ndef fetch(url):\n    return requests.get(url)\n",
}


def locations(output: str) -> list[str]:
    """`path:line:column: CODE` of every finding in concise output."""
    return [" ".join(line.split(" ")[:2]) for line in output.splitlines() if ": CNC" in line]


def test_exit_codes(tmp_path: Path) -> None:
    write(tmp_path, {"bad.py": SLEEPER, "good.py": FINE})
    assert check("good.py", cwd=tmp_path).returncode == 0
    assert check("bad.py", cwd=tmp_path).returncode == 1
    assert check("bad.py", "--exit-zero", cwd=tmp_path).returncode == 0
    assert check("--ignore", "CNC101", cwd=tmp_path).returncode == 0
    assert check("--select", "CNC102,CNC103", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["gone.py"], "concurrency-lint: error: gone.py: no such file or directory; name a file or folder that exists"),
        (["--select", "CNX1"], "Invalid value for '--select': no rule has the code or prefix `CNX1`"),
        (["--ignore", "CNC1,CNC1O2"], "no rule has the code or prefix `CNC1O2`; did you mean `CNC1"),
        (["--per-file-ignores", "CNC101"], "'CNC101' is not of the form PATTERN:CODES"),
        (["--per-file-ignores", "a.py:CNC9X"], "no rule has the code or prefix `CNC9X`"),
        (["--min-severity", "high"], "'high' is not one of 'advice', 'warning', 'error'"),
        (["--jobs", "0"], "'0' is neither a number of processes from 1 up nor 'auto'"),
        (["--output-format", "xml"], "'xml' is not one of 'full', 'concise', 'json'"),
        (["--selct", "CNC1"], "--selct"),
        (["--config", "gone.toml"], "gone.toml: no such file or directory; name a TOML file that can be read"),
        (["--output-file", "gone/report.txt"], "gone/report.txt: no such file or directory; name a file in a folder"),
        (["-", "a.py"], "`-` stands for standard input and cannot be given with other paths"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_a_sentence(tmp_path: Path, arguments: list[str], says: str) -> None:
    write(tmp_path, {"a.py": FINE})
    done = check(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_mistake_in_the_configuration_names_file_and_line(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": '[tool.concurrency-lint]\n\nexlude = ["a"]\n', "a.py": SLEEPER})
    done = check(cwd=tmp_path)
    where = f"{tmp_path}/pyproject.toml:3"
    text = "unknown key `exlude` in [tool.concurrency-lint]; did you mean `exclude`?"
    assert (done.returncode, done.stderr) == (2, f"concurrency-lint: error: {where}: {text}\n")
    assert check("--isolated", cwd=tmp_path).returncode == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": FINE}).joinpath("a.py").chmod(0)
    done = check("a.py", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "a.py: permission denied" in done.stderr


def test_full_is_the_default(tmp_path: Path) -> None:
    write(tmp_path, CHAIN)
    done = check(cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert lines[0].startswith("app/main.py:5:12: CNC102 `requests.get` ")
    assert lines[1:5] == [
        "  |",
        "5 |     return services.load(user_id)",
        "  |            ^^^^^^^^^^^^^^^^^^^^^^",
        "  |",
    ]
    assert lines[5].split()[1:] == ["app/main.py:5", "services.load(user_id)", "->", "load"]
    assert lines[6].split()[1:3] == ["app/services.py:5", "fetch(f'https://x/{user_id}')"]
    assert lines[7].split()[1:] == ["app/repo.py:5", "requests.get(url)", "->", "requests.get"]
    assert lines[8].startswith("  = help: ")
    assert lines[-1] == "Found 1 error in 4 files."
    assert (done.returncode, done.stderr) == (1, "")


def test_quiet_and_verbose(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": FINE, "b.py": SLEEPER})
    assert check("a.py", cwd=tmp_path).stdout == "All checks passed in 1 file.\n"
    assert check("a.py", "-q", cwd=tmp_path).stdout == ""
    assert len(check("b.py", "-q", "--output-format", "concise", cwd=tmp_path).stdout.splitlines()) == 1
    silent = check("b.py", "-qq", cwd=tmp_path)
    assert (silent.returncode, silent.stdout) == (1, "")
    verbose = check("a.py", "-v", cwd=tmp_path)
    assert f"concurrency-lint: project root {tmp_path}" in verbose.stderr
    assert "1 files in" in verbose.stderr


def test_statistics(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": SLEEPER, "b.py": SLEEPER, **CHAIN})
    shown = check("--statistics", "-q", "--output-format", "concise", cwd=tmp_path).stdout.splitlines()
    assert shown[-2:] == ["2 CNC101 blocking-sleep", "1 CNC102 blocking-http"]


def test_json(tmp_path: Path) -> None:
    write(tmp_path, CHAIN)
    done = check("--output-format", "json", "--statistics", cwd=tmp_path)
    report = json.loads(done.stdout)
    jsonschema.Draft202012Validator(findings_schema()).validate(report)
    (finding,) = report["findings"]
    place = [finding[key] for key in ("path", "line", "column", "end_line", "end_column", "sink", "symbol")]
    assert place == ["app/main.py", 5, 12, 5, 34, "requests.get", "app.main.get_user"]
    assert [(step["path"], step["line"], step["text"]) for step in finding["chain"]] == [
        ("app/main.py", 5, "services.load(user_id)"),
        ("app/services.py", 5, "fetch(f'https://x/{user_id}')"),
        ("app/repo.py", 5, "requests.get(url)"),
    ]
    assert report["summary"]["files"] == 4
    assert report["summary"]["findings"] == {"CNC102": 1}
    assert done.returncode == 1


def test_paths_outside_the_working_directory_are_shown_as_named(tmp_path: Path) -> None:
    write(tmp_path, {"one/a.py": SLEEPER, "two/b.py": SLEEPER})
    listed = check("../one", tmp_path / "two", "--output-format", "concise", cwd=tmp_path / "two").stdout
    assert locations(listed) == ["../one/a.py:5:5: CNC101", "b.py:5:5: CNC101"]
    (tmp_path / "three").mkdir()
    listed = check(tmp_path / "two", "--output-format", "concise", cwd=tmp_path / "three").stdout
    assert locations(listed) == [f"{tmp_path}/two/b.py:5:5: CNC101"]


def test_a_file_that_does_not_parse_is_reported_and_the_rest_checked(tmp_path: Path) -> None:
    latin = b"x = '\xff'\n"
    write(tmp_path, {"a.py": "def f(:\n", "b.py": SLEEPER}).joinpath("c.py").write_bytes(latin)
    listed = check("--output-format", "concise", "--select", "CNC101", cwd=tmp_path)
    assert locations(listed.stdout) == ["a.py:1:7: CNC900", "b.py:5:5: CNC101", "c.py:1:6: CNC900"]
    assert "byte 0xff is not utf-8 text" in listed.stdout
    assert listed.returncode == 1


_WITH_A_FAULT = """
import sys
from concurrency_lint.cli.main import main
from concurrency_lint.project.execution import Execution

whole = Execution.of


def broken(self, module):
    if module.name == "odd":
        raise KeyError("odd")
    return whole(self, module)


Execution.of = broken
sys.exit(main())
"""


def test_a_fault_of_ours_is_said_and_leaves_the_other_files_alone(tmp_path: Path) -> None:
    write(tmp_path, {"fine.py": SLEEPER, "odd.py": SLEEPER})
    done = run("python", "-c", _WITH_A_FAULT, "check", "--output-format", "concise", cwd=tmp_path)
    assert done.returncode == 2
    assert locations(done.stdout) == ["fine.py:5:5: CNC101"]
    assert "odd.py: internal error, KeyError: 'odd'" in done.stderr
    assert "Traceback" not in done.stderr


def test_libraries_of_which_only_the_roles_are_known(tmp_path: Path) -> None:
    work = "def work():\n    trace.get_current_span()\n    time.sleep(1)\n"
    main = "async def main():\n    work()\n"
    write(tmp_path, {"a.py": f"from opentelemetry import trace\nimport time\n\n\n{work}\n\n{main}"})
    done = check("--output-format", "concise", cwd=tmp_path)
    assert (done.stderr, done.returncode) == ("", 1)
    assert locations(done.stdout) == ["a.py:11:5: CNC101"]


def test_standard_input(tmp_path: Path) -> None:
    write(tmp_path, {**CHAIN, "pyproject.toml": "[tool.concurrency-lint]\nexclude = ['app']\n"})
    unsaved = "# one more line\n" + CHAIN["app/main.py"]
    (tmp_path / "app/main.py").write_text(FINE, encoding="utf-8")
    arguments = ["--output-format", "concise", "--stdin-filename", "app/main.py", "-"]
    assert locations(check(*arguments, cwd=tmp_path, input=unsaved).stdout) == ["app/main.py:6:12: CNC102"]
    assert locations(check(*arguments[:-1], cwd=tmp_path, input=unsaved).stdout) == ["app/main.py:6:12: CNC102"]
    assert check(*arguments, "--force-exclude", cwd=tmp_path, input=unsaved).returncode == 0
    nameless = check("-", "--output-format", "concise", cwd=tmp_path, input=SLEEPER + "# noqa is elsewhere\n")
    assert locations(nameless.stdout) == ["-:5:5: CNC101"]


def test_selection(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": "import os, time\n\n\nasync def f():\n    time.sleep(1)\n    os.path.exists('x')\n"})

    def codes(*arguments: str) -> list[str]:
        listed = check("--output-format", "concise", *arguments, cwd=tmp_path).stdout
        return [location.split()[1] for location in locations(listed)]

    assert codes() == ["CNC101"]
    assert codes("--select", "CNC1") == ["CNC101", "CNC110"]
    assert codes("--select", "cnc110") == ["CNC110"]
    assert codes("--extend-select", "CNC110") == ["CNC101", "CNC110"]
    assert codes("--ignore", "CNC102") == ["CNC101"]
    assert codes("--select", "CNC101,CNC110", "--ignore", "CNC101") == ["CNC110"]
    assert codes("--select", "CNC101", "--select", "CNC110") == ["CNC101", "CNC110"]
    assert codes("--select", "CNC1", "--min-severity", "warning") == ["CNC101"]
    assert codes("--per-file-ignores", "a.py:CNC101") == []
    assert codes("--select", "CNC1", "--per-file-ignores", "b.py:CNC110,a.py:CNC102,CNC101") == ["CNC110"]


def test_noqa(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": SLEEPER.replace("(1)", "(1)  # noqa: CNC101"), "b.py": "# flake8: noqa\n" + SLEEPER})
    assert check(cwd=tmp_path).stdout == "All checks passed in 2 files.\n"


def test_each_project_has_its_own_configuration(tmp_path: Path) -> None:
    ours = "[tool.concurrency-lint]\n"
    write(
        tmp_path,
        {
            "pyproject.toml": ours,
            "one/pyproject.toml": ours + 'ignore = ["CNC101"]\n',
            "one/a.py": SLEEPER,
            "two/pyproject.toml": ours + 'exclude = ["gen"]\n',
            "two/gen/b.py": SLEEPER,
            "two/c.py": SLEEPER,
        },
    )
    listed = check("--output-format", "concise", cwd=tmp_path).stdout
    assert locations(listed) == ["two/c.py:5:5: CNC101"]
    assert listed.endswith("Found 1 error in 2 files.\n")
    listed = check("two/gen/b.py", "--output-format", "concise", cwd=tmp_path).stdout
    assert locations(listed) == ["two/gen/b.py:5:5: CNC101"]


def test_show_files_lists_what_ruff_would(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    write(tmp_path, {".gitignore": "ignored/\n", "ignored/a.py": "", "venv/b.py": "", "c.py": "", "d/e.py": ""})
    ruff = run("ruff", "check", "--isolated", "--show-files", ".", cwd=tmp_path)
    assert sorted(check("--show-files", cwd=tmp_path).stdout.split()) == sorted(ruff.stdout.split())
    assert check("--show-files", "--exclude", "d", cwd=tmp_path).stdout.split() == [
        str(tmp_path / "c.py"),
        str(tmp_path / "venv/b.py"),
    ]
    assert check("--show-files", "--extend-exclude", "d,c.py", cwd=tmp_path).stdout == ""
    assert check("--show-files", "--extend-exclude", "e.py", "..", cwd=tmp_path / "d").stdout.split() == [
        str(tmp_path / "c.py")
    ]
    assert check("--show-files", "--force-exclude", "venv/b.py", cwd=tmp_path).stdout == ""


def test_output_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": SLEEPER, "report.json": "old"})
    done = check("--output-format", "json", "--output-file", "report.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((tmp_path / "report.json").read_text())["summary"]["files"] == 1
    (tmp_path / "report.json").write_text("old")
    (tmp_path / "report.json").chmod(0o640)
    assert check("gone.py", "--output-file", "report.json", cwd=tmp_path).returncode == 2
    assert (tmp_path / "report.json").read_text() == "old"
    check("--output-file", "report.json", cwd=tmp_path, environment={"FORCE_COLOR": "1"})
    assert (tmp_path / "report.json").stat().st_mode & 0o777 == 0o640
    assert "\x1b" not in (tmp_path / "report.json").read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.py", "report.json"]


def on_terminal(cwd: Path, *arguments: str, **environment: str) -> str:
    """What the command writes when its output is a terminal."""
    leader, follower = pty.openpty()
    inherited = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    command = [str(BIN / "concurrency-lint"), *arguments]
    with subprocess.Popen(
        command, cwd=cwd, stdout=follower, env={**inherited, "TERM": "xterm", **environment}
    ) as process:
        os.close(follower)
        written = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            written += piece
        process.wait()
    os.close(leader)
    return written.decode()


def test_colour_only_on_a_terminal(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": SLEEPER})
    assert "\x1b[31m" in on_terminal(tmp_path, "check", "a.py")
    assert "\x1b" not in on_terminal(tmp_path, "check", "a.py", NO_COLOR="1")
    assert "\x1b" not in on_terminal(tmp_path, "check", "a.py", TERM="dumb")
    assert "\x1b" not in on_terminal(tmp_path, "check", "a.py", "--output-format", "json")
    assert "\x1b" not in check("a.py", cwd=tmp_path).stdout
    assert "\x1b[31m" in check("a.py", cwd=tmp_path, environment={"FORCE_COLOR": "1"}).stdout


@pytest.mark.parametrize(("arguments", "code"), [([], 1), (["--show-files"], 0)])
def test_a_reader_that_leaves_early_changes_nothing(tmp_path: Path, arguments: list[str], code: int) -> None:
    write(tmp_path, {"a.py": SLEEPER})
    command = [str(BIN / "concurrency-lint"), "check", *arguments]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(60) == code


def test_interrupt(tmp_path: Path) -> None:
    command = [str(BIN / "concurrency-lint"), "check", "-"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell without job control has its background commands, and all that they start, ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr is not None
        assert process.stderr.read().strip() == "concurrency-lint: interrupted"


def test_explain(tmp_path: Path) -> None:
    shown = run("concurrency-lint", "explain", "CNC101", cwd=tmp_path).stdout
    assert shown.startswith("CNC101 blocking-sleep\n")
    assert "Bad:" in shown
    assert run("concurrency-lint", "explain", "blocking-sleep", cwd=tmp_path).stdout == shown
    record = json.loads(run("concurrency-lint", "explain", "cnc101", "--output-format", "json", cwd=tmp_path).stdout)
    assert (record["code"], record["name"], record["opt_in"]) == ("CNC101", "blocking-sleep", False)
    unknown = run("concurrency-lint", "explain", "CNC1O1", cwd=tmp_path)
    assert unknown.returncode == 2
    assert unknown.stderr.startswith("concurrency-lint: error: no rule `CNC1O1`; did you mean `CNC1")


def test_rules(tmp_path: Path) -> None:
    shown = run("concurrency-lint", "rules", cwd=tmp_path).stdout.splitlines()
    assert shown[0].split() == ["CODE", "NAME", "SEVERITY", "ON", "FIX"]
    assert any(line.split()[:4] == ["CNC110", "filesystem-metadata", "advice", "opt-in"] for line in shown)
    records = json.loads(run("concurrency-lint", "rules", "--output-format", "json", cwd=tmp_path).stdout)
    assert [record["code"] for record in records] == [line.split()[0] for line in shown[1:]]


def test_schemas(tmp_path: Path) -> None:
    for what in ("findings", "config"):
        printed = json.loads(run("concurrency-lint", "schema", what, cwd=tmp_path).stdout)
        jsonschema.Draft202012Validator.check_schema(printed)


def test_version_and_help_come_from_anywhere(tmp_path: Path) -> None:
    for arguments in (["--version"], ["check", "--version"]):
        assert run("concurrency-lint", *arguments, cwd=tmp_path).stdout == f"concurrency-lint {__version__}\n"
    assert "check" in run("concurrency-lint", "--help", cwd=tmp_path).stdout
    as_module = [sys.executable, "-m", "concurrency_lint", "--version"]
    shown = subprocess.run(as_module, capture_output=True, text=True, check=True).stdout
    assert shown == f"concurrency-lint {__version__}\n"
    mistyped = run("concurrency-lint", "chekc", cwd=tmp_path)
    assert (mistyped.returncode, "did you mean `check`?" in mistyped.stderr) == (2, True)


def test_starting_up_imports_little(tmp_path: Path) -> None:
    script = (
        "import sys, concurrency_lint.cli.main; "
        "print(sorted({'msgspec', 'flake8', 'pathspec', 'libcst', 'astroid', 'asyncio', 'multiprocessing',"
        " 'concurrency_lint.config'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
