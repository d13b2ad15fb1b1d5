"""astroid settles what is left undecided: what it adds, what it is kept from, and when it is not even loaded."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from concurrency_lint.config import ConfigError, load_settings
from concurrency_lint.engine import check_files

CLIENTS = """\
import redis

BASE = 2

class Limits:
    UNIT = 7
    NONE = UNIT - 5 - BASE
    SOME = UNIT * BASE
    WAITS = bool(UNIT)

CLIENTS = {"main": redis.Redis()}
NAMES = ["ma", "in"]
"""
# What only `settle` finds is marked `settled`, what it takes back `withdrawn`; both are typed by hand.
CASES = {
    "constants of another module": """\
import queue
from clients import BASE, Limits

inbox = queue.Queue()

async def no_time_in_a_class():
    inbox.get(timeout=Limits.NONE)  # withdrawn: CNC106

async def no_time_in_arithmetic():
    inbox.get(timeout=BASE * 2 - 4)  # withdrawn: CNC106

async def some_time():
    inbox.get(timeout=Limits.SOME)  # CNC106
""",
    "receivers behind names that are put together": """\
import clients

async def by_attribute():
    getattr(clients, "CLI" + "ENTS")["main"].get("key")  # settled: CNC105

async def by_letters(letter):
    clients.CLIENTS[letter].set("key", 1)  # CNC105
""",
    "receivers of class attributes": """\
import redis

class Holder:
    kinds = (redis.Redis,)
    texts = ("a", "b")

    async def repeated(self):
        (self.kinds * 2)[1]().get("key")  # settled: CNC105

    async def named(self):
        getattr(self, f"{'kinds'}")[0]().get("key")  # settled: CNC105

    async def plain(self):
        (self.texts * 2)[1].join(["c"])

    async def nobody_knows(self, which):
        getattr(self, which)[0]().get("key")
""",
    "a library that only looks as if it blocked": """\
import redis.asyncio

class Holder:
    kinds = (redis.asyncio.Redis,)

    async def repeated(self):
        await (self.kinds * 2)[1]().get("key")
""",
}
_MARK = re.compile(r"# (?:(settled|withdrawn): )?(CNC\d+)")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\nname = 'example'\n", encoding="utf-8")
    (root / "clients.py").write_text(CLIENTS, encoding="utf-8")
    return root


@pytest.mark.parametrize("name", CASES)
def test_what_astroid_settles(name: str, root: Path) -> None:
    pytest.importorskip("astroid")
    marks = [
        (number, *mark) for number, line in enumerate(CASES[name].splitlines(), start=1) for mark in _MARK.findall(line)
    ]
    without = sorted((number, code) for number, how, code in marks if how != "settled")
    settled = sorted((number, code) for number, how, code in marks if how != "withdrawn")
    assert _found(root, CASES[name], settle=False) == without
    assert _found(root, CASES[name], settle=True) == settled


def test_what_is_checked_is_not_run_nor_is_anything_outside_it_read(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    astroid = pytest.importorskip("astroid")
    trace = tmp_path / "trace"
    client = f"import pathlib\npathlib.Path({str(trace)!r}).touch()\nimport redis\nkinds = (redis.Redis,)\n"
    (root / "inside.py").write_text(client, encoding="utf-8")
    (root / "native.so").write_bytes(b"no library")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "elsewhere.py").write_text(client, encoding="utf-8")
    monkeypatch.syspath_prepend(str(outside))
    before = astroid.manager.AstroidManager.ast_from_module_name, dict(astroid.manager.AstroidManager.brain)
    source = """\
import redis
import inside, elsewhere, native

async def of_the_project():
    (inside.kinds * 2)[1]().get("key")

async def of_the_path():
    (elsewhere.kinds * 2)[1]().get("key")

async def of_a_library():
    (native.kinds * 2)[1]().get("key")
"""
    assert _found(root, source, settle=True) == [(5, "CNC105")]
    assert not trace.exists()
    assert {"inside", "elsewhere", "native"}.isdisjoint(sys.modules)
    assert (
        astroid.manager.AstroidManager.ast_from_module_name,
        dict(astroid.manager.AstroidManager.brain),
    ) == before


@pytest.mark.parametrize(
    ("case", "arguments", "loaded"),
    [
        ("receivers of class attributes", [], False),
        ("receivers of class attributes", ["--settle"], True),
        ("a plain client", ["--settle"], False),
    ],
)
def test_astroid_is_loaded_only_where_there_is_something_to_ask(
    case: str, arguments: list[str], loaded: bool, root: Path
) -> None:
    pytest.importorskip("astroid")
    plain = "import redis\nasync def get():\n    redis.Redis().get('key')\n"
    (root / "case.py").write_text(CASES.get(case, plain), encoding="utf-8")
    program = (
        "import sys\n"
        "from concurrency_lint.cli.main import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    print('astroid' in sys.modules, 'libcst' in sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "check", "--isolated", "--jobs", "1", *arguments, str(root)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.stderr.split() == [str(loaded), "False"], ran.stderr


def test_without_astroid_the_option_says_what_to_install(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "astroid", None)
    with pytest.raises(ConfigError, match=re.escape("pip install 'concurrency-lint[settle]'")):
        load_settings(root, {"settle": True})


def _found(root: Path, source: str, *, settle: bool) -> list[tuple[int, str]]:
    path = root / "case.py"
    path.write_text(source, encoding="utf-8")
    report = check_files([path], load_settings(root, {"settle": settle}))
    assert not report.errors
    codes = {"CNC105", "CNC106"}
    return sorted((finding.span.line, finding.code) for finding in report.findings if finding.code in codes)
