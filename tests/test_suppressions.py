"""`# noqa` against the real flake8; per-file ignores and the minimal severity on findings made by hand."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from commands import BIN, flake8, write
from concurrency_lint.config import Settings
from concurrency_lint.findings import Finding, Severity, Span
from concurrency_lint.suppressions import NoqaComments, PerFileIgnores, shown

# Every line with `x =1` or a lambda is reported by flake8 (E225, E731, ...) unless something silences it.
CASES = {
    "plain": "x =1\n",
    "blanket": "x =1  # noqa\n",
    "blanket upper": "x =1  # NOQA\n",
    "blanket with words": "x =1  # noqa because\n",
    "blanket with colon and words": "x =1  # noqa: because\n",
    "code": "x =1  # noqa: E225\n",
    "code without blank": "x =1  # noqa:E225\n",
    "no blank after hash": "x =1  #noqa: E225\n",
    "two blanks after hash": "x =1  #  noqa: E225\n",
    "two blanks after colon": "x =1  # noqa:  E225\n",
    "blank before colon": "x =1  # noqa : E225\n",
    "other code": "x =1  # noqa: E501\n",
    "prefix": "x =1  # noqa: E2\n",
    "letter alone": "x =1  # noqa: E\n",
    "lower case code": "x =1  # noqa: e225\n",
    "list": "x =1  # noqa: E501,E225\n",
    "list with blanks": "x =1  # noqa: E501 E225\n",
    "list with both": "x =1  # noqa: E501, E225 , W291\n",
    "code then words": "x =1  # noqa: E225 it is fine\n",
    "other code then words": "x =1  # noqa: E501 not E225\n",
    "after another comment": "x =1  # type: ignore # noqa: E225\n",
    "joined to another comment": "x =1  # type: ignore  noqa: E225\n",
    "two comments": "x =1  # noqa: E501  # noqa: E225\n",
    "in a string": 'x ="# noqa"\n',
    "line before": "# noqa\nx =1\n",
    "line after": "x =1\n# noqa\n",
    "brackets, on the closing line": "x =(\n    1,\n)  # noqa\n",
    "brackets, on the inner line": "x =(\n    1,  # noqa\n)\n",
    "brackets, finding inside": "x = (\n    1 +1,\n    2,\n)  # noqa\n",
    "brackets, finding inside and comment there": "x = (\n    1 +1,  # noqa: E225\n    2,\n)\n",
    "string over lines, comment at its end": 'x ="""\na\n"""  # noqa\n',
    "string over lines, finding at its end": 'x = """\na\n""" +"b"  # noqa: E225\n',
    "string over lines with the word inside": 'x ="""\n# noqa\n"""\n',
    "docstring before": '"""a\n# noqa\n"""\nx =1\n',
    "backslash, comment at the end": "x =1 + \\\n    2  # noqa\n",
    "backslash, finding at the end": "x = 1 + \\\n    2 +3  # noqa: E225\n",
    "several statements": "x =1; y =2  # noqa: E225\n",
    "compound statement": "if True:  # noqa\n    x =1\n",
    "file": "# flake8: noqa\nx =1\n",
    "file, with equals": "# flake8=noqa\nx =1\n",
    "file, later": "x =1\n    # flake8: noqa\n",
    "file, after code": "x =1  # flake8: noqa\ny =2\n",
    "file, other code": "# flake8: noqa: E501\nx =1\n",
    "file, this code": "# flake8: noqa: E225\nx =1\n",
    "file, upper": "# FLAKE8: NOQA\nx =1\n",
    "file, in a string": '"""\n# flake8: noqa\n"""\nx =1\n',
    "windows line ends": "x =1  # noqa\r\ny =2\r\n",
    "old line ends": "x =1  # noqa\ry =2\r",
    "form feed": "\fx =1  # noqa\ny =2\n",
    "byte order mark": "\ufeffx =1  # noqa\ny =2\n",
    "not tokenizable": "x =1  # noqa\ny =2\nz = (\n",
    "line separator within a string": 'x ="\u2028"  # noqa\ny =2\n',
}


def reported(folder: Path, *arguments: str) -> set[tuple[str, str, int]]:
    """What flake8 reports in every file of the folder: file, code, line."""
    listed = flake8("--isolated", "--format", "%(path)s:%(row)d:%(code)s", *arguments, ".", cwd=folder).stdout
    rows = (line.rsplit(":", 2) for line in listed.splitlines())
    return {(Path(path).name, code, int(row)) for path, row, code in rows}


def test_noqa_as_flake8_reads_it(tmp_path: Path) -> None:
    names = {name: f"case{number}.py" for number, name in enumerate(CASES)}
    for name, text in CASES.items():
        (tmp_path / names[name]).write_bytes(text.encode())
    everything = reported(tmp_path, "--disable-noqa")
    left = reported(tmp_path)
    assert len(everything) > len(CASES)
    assert 20 < len(left) < len(everything)
    differences = []
    for name, text in CASES.items():
        comments = NoqaComments(text.removeprefix("\ufeff"))
        for file, code, line in sorted(everything):
            if file == names[name] and comments.silence(code, line) is ((file, code, line) in left):
                differences.append((name, code, line))
    assert differences == []


def finding(path: Path, line: int = 1, code: str = "CNC101", severity: Severity = Severity.ERROR) -> Finding:
    return Finding(
        code=code,
        name="blocking-sleep",
        severity=severity,
        message="m",
        path=str(path),
        span=Span(line, 0, line, 1),
        symbol="m.f",
        help="h",
        url="u",
    )


def test_only_files_with_findings_are_read() -> None:
    asked = []

    def read(path: str) -> str:
        asked.append(path)
        return "time.sleep(1)\ntime.sleep(2)  # noqa: CNC1\n"

    settings = Settings(root=Path("/p"), enabled=frozenset({"CNC101"}))
    findings = [finding(Path("/p/a.py"), 1), finding(Path("/p/a.py"), 2)]
    assert shown(findings, settings, read) == findings[:1]
    assert asked == ["/p/a.py"]
    assert shown([finding(Path("/p/gone.py"))], settings, lambda path: None) == [finding(Path("/p/gone.py"))]


@pytest.mark.parametrize(
    ("lowest", "left"),
    [(Severity.ADVICE, 3), (Severity.WARNING, 2), (Severity.ERROR, 1)],
)
def test_minimal_severity(lowest: Severity, left: int) -> None:
    settings = Settings(root=Path("/p"), enabled=frozenset(), min_severity=lowest)
    findings = [finding(Path("/p/a.py"), severity=severity) for severity in Severity]
    assert len(shown(findings, settings, lambda path: "")) == left


@pytest.mark.parametrize(
    ("pattern", "path", "ignored"),
    [
        ("a.py", "/p/x/a.py", True),
        ("a.py", "/p/x/b.py", False),
        ("x/a.py", "/p/x/a.py", True),
        ("x/a.py", "/p/y/x/a.py", False),
        ("x/*", "/p/x/deep/er/a.py", True),
        ("x/**/a.py", "/p/x/a.py", True),
        ("**/x/*.py", "/p/y/x/a.py", True),
        ("x", "/p/x/a.py", False),
        ("/p/x/*.py", "/p/x/a.py", True),
        ("!x/*", "/p/x/a.py", False),
        ("!x/*", "/p/y/a.py", True),
        ("test_*.py", "/p/x/test_a.py", True),
    ],
)
def test_per_file_ignores_as_ruff_matches_them(tmp_path: Path, pattern: str, path: str, ignored: bool) -> None:
    here = str(tmp_path)
    ignores = ((pattern.replace("/p/", here + "/"), ("CNC10",)),)
    settings = Settings(root=tmp_path, enabled=frozenset(), per_file_ignores=ignores)
    target = Path(path.replace("/p/", here + "/"))
    assert PerFileIgnores(settings).silence("CNC101", str(target)) is ignored
    assert not PerFileIgnores(settings).silence("CNC111", str(target))
    write(tmp_path, {str(target.relative_to(tmp_path)): "import os\n"})
    toml = f"[lint]\nselect = ['F401']\n[lint.per-file-ignores]\n'{ignores[0][0]}' = ['F4']\n"
    write(tmp_path, {"ruff.toml": toml})
    ruff = [str(BIN / "ruff"), "check", "--config", "ruff.toml", "--quiet", "--no-cache", str(target)]
    assert (subprocess.run(ruff, cwd=tmp_path, capture_output=True, check=False).returncode == 0) is ignored


def test_codes_left_in_a_file() -> None:
    settings = Settings(
        root=Path("/p"), enabled=frozenset(), per_file_ignores=(("a.py", ("CNC10",)), ("b.py", ("ALL",)))
    )
    codes = frozenset({"CNC101", "CNC111"})
    assert PerFileIgnores(settings).left_in("/p/a.py", codes) == {"CNC111"}
    assert PerFileIgnores(settings).left_in("/p/b.py", codes) == set()
    assert PerFileIgnores(settings).left_in("/p/c.py", codes) == codes
