"""The same file gives the same findings, in flake8 and in `check`, alone and among others, in any order."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import NamedTuple

import pytest

from commands import check, flake8, write

SHOP = Path(__file__).parents[1] / "examples/shop"
CORPUS = os.environ.get("CONCURRENCY_LINT_CORPUS", "")
APPLICATIONS = sorted(path for path in Path(CORPUS).iterdir() if path.is_dir()) if CORPUS else []

TREES = {
    "an override": {
        "base.py": "class Base:\n    async def run(self):\n        self.work()\n\n    def work(self):\n        pass\n",
        "sub.py": "import time\nfrom base import Base\n\n\nclass A(Base):\n    def work(self):\n        time.sleep(1)",
        "use.py": "from sub import A\n\n\nasync def main():\n    A().work()\n",
    },
    "an override that blocks by itself, and one whose constructor does": {
        "base.py": "class Base:\n    @classmethod\n    async def clear(cls, **how):\n        cls()\n",
        "files.py": "from base import Base\n\n\nclass Files(Base):\n    def __init__(self):\n        open(0).read()\n",
        "rows.py": (
            "from base import Base\n\n\nclass Rows(Base):\n    @classmethod\n"
            "    async def clear(cls, *, drop=None, **how):\n        open('x').read()\n"
        ),
        "use.py": (
            "from base import Base\nfrom files import Files\nfrom rows import Rows\n\n\n"
            "def driver(name) -> type[Base]:\n    return {'files': Files, 'rows': Rows}[name]\n\n\n"
            "async def main(name, drop):\n    await driver(name).clear(drop=drop)\n"
        ),
    },
    "a lock that is held while another is taken": {
        "a_second.py": "from locks import inner\n\n\nasync def second():\n    inner()\n",
        "b_first.py": "from locks import far\n\n\nasync def first():\n    far()\n",
        "locks.py": (
            "import threading\n\nfirst = threading.Lock()\nsecond = threading.Lock()\n\n\n"
            "def inner():\n    with second:\n        pass\n\n\n"
            "def outer():\n    with first:\n        inner()\n\n\n"
            "def taken():\n    with first:\n        pass\n\n\n"
            "def near():\n    taken()\n\n\n"
            "def far():\n    near()\n"
        ),
    },
    "two locks, each taken while the other is held": {
        "use.py": "from locks import one, other\n\n\nasync def both():\n    one()\n    other()\n",
        "locks.py": (
            "import threading\n\nfirst = threading.Lock()\nsecond = threading.Lock()\n\n\n"
            "def one():\n    with first:\n        with second:\n            pass\n\n\n"
            "def other():\n    with second:\n        with first:\n            open('x').read()\n"
        ),
    },
    "an object that is handed on by very many functions": {
        "a_near.py": "from made import made_60\n\n\nasync def near():\n    made_60().get('https://example.org')\n",
        "b_far.py": "from made import made_0\n\n\nasync def far():\n    made_0().get('https://example.org')\n",
        "made.py": "import requests\n\n"
        + "".join(f"\n\ndef made_{number}():\n    return made_{number + 1}()\n" for number in range(120))
        + "\n\ndef made_120():\n    return requests.Session()\n",
    },
}


class Shown(NamedTuple):
    """A finding, as both commands show it."""

    path: str
    line: int
    column: int
    code: str
    message: str


def by_flake8(*paths: str, cwd: Path) -> set[Shown]:
    arguments = ["--isolated", "--select", "CNC", "--format", "%(path)s\t%(row)d\t%(col)d\t%(code)s\t%(text)s"]
    done = flake8(*arguments, *paths, cwd=cwd, timeout=1800)
    assert done.stderr == ""
    rows = (line.split("\t", 4) for line in done.stdout.splitlines())
    return {
        Shown(os.path.normpath(path), int(line), int(column), code, text.removesuffix(" [fixable]"))
        for path, line, column, code, text in rows
    }


def by_check(*paths: str, cwd: Path) -> set[Shown]:
    done = check("--select", "CNC", "--output-format", "json", *paths, cwd=cwd, timeout=600)
    assert done.stderr == ""
    return {
        Shown(each["path"], each["line"], each["column"], each["code"], " ".join(each["message"].split()))
        for each in json.loads(done.stdout)["findings"]
    }


def test_the_example(tmp_path: Path) -> None:
    found = by_check(".", cwd=SHOP)
    assert found
    assert by_flake8(".", "-j2", cwd=SHOP) == found
    assert by_flake8(str(SHOP), cwd=tmp_path) == {each._replace(path=f"{SHOP}/{each.path}") for each in found}
    assert by_check(*sorted({each.path for each in found}, reverse=True), cwd=SHOP) == found


@pytest.mark.parametrize("tree", TREES)
def test_what_else_is_checked_and_in_which_order_does_not_matter(tmp_path: Path, tree: str) -> None:
    write(tmp_path, {"pyproject.toml": "", **TREES[tree]})
    files = list(TREES[tree])
    alone = {each for name in files for each in by_check(name, cwd=tmp_path)}
    assert alone
    assert by_check(*files, cwd=tmp_path) == alone
    assert by_flake8(*files, "-j1", cwd=tmp_path) == alone
    assert by_flake8(*reversed(files), "-j1", cwd=tmp_path) == alone


@pytest.mark.slow
@pytest.mark.parametrize("application", APPLICATIONS, ids=lambda path: path.name)
def test_an_application_of_the_corpus(application: Path) -> None:
    found = by_check(".", cwd=application)
    assert by_flake8(".", "-j2", cwd=application) == found
    paths = sorted({each.path for each in found})
    for path in random.Random(0).sample(paths, min(len(paths), 20)):
        here = {each for each in found if each.path == path}
        assert by_flake8(path, cwd=application) == here
        assert by_check(path, cwd=application) == here
