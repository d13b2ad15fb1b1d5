"""Discovery against git and ruff, which define it; decoding against Python itself."""

from __future__ import annotations

import ast
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from commands import BIN, write
from concurrency_lint.config import Settings
from concurrency_lint.options import DEFAULT_EXCLUDE
from concurrency_lint.sources import SourceError, UnreadablePathError, decode, discover, encode, project_files


def found(root: Path, *paths: str, **settings: object) -> set[str]:
    chosen = Settings(root=root, enabled=frozenset(), **settings)  # type: ignore[arg-type]
    return {str(path.relative_to(root)) for path in discover([root / path for path in paths or (".",)], chosen)}


def by_ruff(root: Path, *arguments: str) -> set[str]:
    command = [str(BIN / "ruff"), "check", "--isolated", "--show-files", *arguments]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    return {str(Path(line).relative_to(root)) for line in listed.splitlines() if line.endswith(".py")}


def by_git(root: Path) -> set[str]:
    command = ["git", "ls-files", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    return {name for name in listed.split("\0") if name.endswith(".py")}


def repository(root: Path, files: dict[str, str]) -> Path:
    subprocess.run(["git", "init", "-q", root], check=True)
    return write(root, files)


TREE = dict.fromkeys(
    (
        "a.py",
        "a.pyi",
        "notes.txt",
        "pkg/b.py",
        "pkg/build/c.py",
        "pkg/deep/er/d.py",
        "pkg/deep/keep.py",
        "pkg/generated/e_pb2.py",
        "pkg/generated/hand.py",
        "local_settings.py",
        "pkg/local_settings.py",
        "odd [x]/f.py",
        "node_modules/g.py",
        "venv/lib/h.py",
        ".hidden/i.py",
        "tmp1/j.py",
        "tmp2/k.py",
    ),
    "",
)

IGNORES = {
    "names": {".gitignore": "local_settings.py\nvenv/\n"},
    "anchored": {".gitignore": "/local_settings.py\npkg/deep/\n"},
    "taken back": {".gitignore": "*_pb2.py\npkg/generated/*\n!pkg/generated/hand.py\n"},
    "nothing below an ignored folder comes back": {".gitignore": "pkg/deep/\n!pkg/deep/keep.py\n"},
    "nearer file wins": {".gitignore": "d.py\n", "pkg/deep/.gitignore": "!d.py\nkeep.py\n"},
    "double stars": {".gitignore": "**/er\npkg/**/hand.py\n/tmp*/**\n"},
    "only python": {".gitignore": "*\n!*/\n!*.py\n"},
    "whole contents, some taken back": {".gitignore": "pkg/**\n!pkg/deep/\n!pkg/deep/keep.py\n!pkg/b.py\n"},
    "classes and blanks": {".gitignore": "tmp[0-1]\nodd\\ \\[x\\]/\n# comment\n\\#no\nlocal_settings.py   \n"},
    "negated class": {".gitignore": "[!a-z]*\n"},
    "byte order mark and line ends": {".gitignore": "\ufefftmp1\r\npkg/deep/\r\n"},
    "exclude of the repository": {".git/info/exclude": "pkg/b.py\ntmp2\n", ".gitignore": "!pkg/b.py\ntmp1\n"},
    "broken": {".gitignore": "pkg[\n\\\n/\n//\n!\ntmp1\n"},
}


@pytest.mark.parametrize("name", IGNORES)
def test_gitignore_as_git_and_ruff_read_it(tmp_path: Path, name: str) -> None:
    root = repository(tmp_path, {**TREE, **IGNORES[name]})
    assert found(root, exclude=(".git",)) == by_git(root)
    assert found(root) == by_ruff(root, ".")
    assert found(root, "pkg") == by_ruff(root, "pkg")
    assert found(root, "pkg/deep") == by_ruff(root, "pkg/deep")


FOLDERS = ("", "a/", "b/", "a/b/", "a/c d/", "b/a/", "a/b/a/", "b/a/c d/e/")
NAMES = ("a.py", "b.py", "ab.py", "#x.py", "!y.py", "z[0].py")
# Not among them, since pathspec 1.1 reads them its own way: `a/**/` (as `a/`), `!/`, and `[[:digit:]]` (as ruff does).
PATTERNS = re.split(
    r" {2,}|\n",
    r"""*  */  **  **/  /*  /**  a  /a  a/  b  /b/  e  a/b  a/b/  /a/b  a//b  //  \
**/a  **/a/  b/**  a/**  a/*  */a  a/**/b  **/b/a/**  a/b/a  **/**/a.py  b/**/*.py  **/*/**  */**  a**/b
*.py  a.py  /a.py  a/a.py  b/*.py  ?.py  a*  *b*  **.py  [ab].py  [!a].py  [^b]  [a-  z[[]0].py  z\[0\].py
c d  c\ d/  \#x.py  \!y.py  #x.py  \ """,
)


@pytest.mark.parametrize("seed", range(int(os.environ.get("CONCURRENCY_LINT_TREES", "40"))))
def test_random_ignore_files_as_git_reads_them(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    files = {folder + name: "" for folder in FOLDERS for name in NAMES}
    for folder in (".git/info/exclude", *(f"{folder}.gitignore" for folder in FOLDERS)):
        if folder == ".gitignore" or draw.random() < 0.25:
            lines = [draw.choice(("", "", "!")) + draw.choice(PATTERNS) for _ in range(draw.randint(1, 6))]
            files[folder] = "".join(f"{line}\n" for line in lines)
    root = repository(tmp_path, files)
    told = {name: text for name, text in files.items() if text}
    assert found(root, exclude=(".git",)) == by_git(root), told
    below = {name for name in by_git(root) if name.startswith("b/")}
    if below:
        assert found(root, "b", exclude=(".git",)) == below, told


def test_gitignore_counts_only_in_a_repository(tmp_path: Path) -> None:
    root = write(tmp_path, {**TREE, ".gitignore": "pkg\n"})
    assert found(root) == by_ruff(root, ".")
    assert "pkg/b.py" in found(root)


def test_a_repository_within_a_repository_starts_afresh(tmp_path: Path) -> None:
    root = repository(tmp_path, {**TREE, ".gitignore": "b.py\nhand.py\n"})
    repository(root / "pkg", {".gitignore": "hand.py\n"})
    assert found(root) == by_ruff(root, ".")
    assert "pkg/b.py" in found(root)


def test_default_excludes_are_those_of_ruff(tmp_path: Path) -> None:
    root = write(tmp_path, {f"x/{name}/m.py": "" for name in DEFAULT_EXCLUDE} | {"x/own/m.py": ""})
    shown = subprocess.run(
        [str(BIN / "ruff"), "check", "--isolated", "--show-settings"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    section = shown.split("file_resolver.exclude = [", 1)[1].split("]", 1)[0]
    assert [line.strip().strip('",') for line in section.strip().splitlines()] == sorted(DEFAULT_EXCLUDE)
    assert found(root) == by_ruff(root, ".") == {"x/own/m.py"}


@pytest.mark.parametrize(
    "pattern",
    [
        "pkg",
        "b.py",
        "pkg/*.py",
        "pkg/deep",
        "**/er",
        "pkg/**/hand.py",
        "./pkg/generated",
        "*_pb2.py",
        "[ab].py",
        "tmp?",
    ],
)
def test_exclude_patterns_as_ruff_matches_them(tmp_path: Path, pattern: str) -> None:
    root = write(tmp_path, TREE)
    assert found(root, exclude=(pattern,)) == by_ruff(root, "--exclude", pattern, ".")
    assert found(root, extend_exclude=(pattern,)) == by_ruff(root, "--extend-exclude", pattern, ".")


def test_choices_in_exclude_patterns(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.py": "", "b.py": "", "k.py": "", "pkg/c.py": ""})
    assert found(root, exclude=("{a,k}.py", "{pkg,x}/*")) == {"b.py"}


def test_a_root_with_glob_characters_in_its_name(tmp_path: Path) -> None:
    root = write(tmp_path / "odd [ab]{c}*", {"pkg/a.py": "", "pkg/b.py": ""})
    assert found(root, exclude=("pkg/a.py",)) == {"pkg/b.py"}


def test_a_named_file_counts_unless_exclusion_is_forced(tmp_path: Path) -> None:
    root = write(tmp_path, TREE)
    assert found(root, "venv/lib/h.py", "pkg/b.py") == {"venv/lib/h.py", "pkg/b.py"}
    assert found(root, "venv/lib/h.py", "pkg/b.py", force_exclude=True) == {"pkg/b.py"}
    assert found(root, "venv", force_exclude=True) == set()
    assert found(root, "venv") == by_ruff(root, "venv") == {"venv/lib/h.py"}


def test_stubs_and_other_files_are_not_checked(tmp_path: Path) -> None:
    root = write(tmp_path, TREE)
    assert found(root, "a.pyi", "a.py") == {"a.py"}
    assert found(root, "notes.txt") == {"notes.txt"}


def test_links_to_folders_are_not_followed_and_cycles_end(tmp_path: Path) -> None:
    root = write(tmp_path, {"pkg/a.py": ""})
    (root / "pkg/loop").symlink_to(root / "pkg")
    (root / "link.py").symlink_to(root / "pkg/a.py")
    assert found(root) == by_ruff(root, ".")


def test_the_files_of_a_project_lie_below_its_root(tmp_path: Path) -> None:
    write(tmp_path, {"other/b.py": "", "project/a.py": "", "project/shut/c.py": ""})
    root = tmp_path / "project"
    (root / "link").symlink_to(tmp_path / "other")
    (root / "up").symlink_to("..")
    settings = Settings(root=root, enabled=frozenset(), src=("../other", "."))
    assert project_files(root, settings) == [root / "a.py", root / "shut/c.py"]
    assert project_files(root / "gone", settings) == []


def test_order_is_that_of_the_paths(tmp_path: Path) -> None:
    root = write(tmp_path, TREE)
    settings = Settings(root=root, enabled=frozenset())
    listed = discover([root / "tmp1", root], settings)
    assert listed == sorted(listed, key=str)
    assert listed == project_files(root, settings)


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePathError, match="gone: no such file or directory"):
        discover([Path("gone")], Settings(root=tmp_path, enabled=frozenset()))


@pytest.mark.parametrize(
    "data",
    [
        b"x = 1\n",
        "\ufeffx = 'é'\n".encode(),
        "# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1"),
        "#!/usr/bin/python\n# vim: set fileencoding=cp1251 :\nx = 'ж'\n".encode("cp1251"),
        "x = '😀'\r\ny = 2\r\n".encode(),
        b"",
    ],
)
def test_decoding_as_python_does(data: bytes) -> None:
    assert ast.dump(ast.parse(decode(data))) == ast.dump(ast.parse(data))
    assert ast.dump(ast.parse(encode(decode(data)))) == ast.dump(ast.parse(data))


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        (b"x = 1\ny = 'ab\xff'\n", 2, 7, "byte 0xff is not utf-8 text"),
        (b"a = 1\nb = 2\nc = '\xc3\xa9\xff'\n", 3, 6, "byte 0xff is not utf-8 text"),
        (b"# coding: nonsense\n", 1, 0, "unknown encoding: nonsense; correct the coding comment"),
        (b"\xef\xbb\xbf# coding: latin-1\n", 1, 0, "encoding problem"),
        (b"# coding: ascii\nx = '\xc3\xa9'\n", 2, 5, "byte 0xc3 is not ascii text"),
    ],
)
def test_undecodable_bytes_have_a_position(data: bytes, line: int, column: int, says: str) -> None:
    with pytest.raises(SourceError) as raised:
        decode(data)
    assert (raised.value.line, raised.value.column) == (line, column)
    assert says in raised.value.message
    with pytest.raises(SyntaxError):
        compile(data, "x", "exec")


def test_discovery_imports_neither_flake8_nor_click() -> None:
    script = "import sys, concurrency_lint.sources; print(sorted({'flake8', 'click', 'pathspec'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
