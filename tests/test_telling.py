"""What many calls of a module lead to is told of once; who wants each call, or fixes, is told of all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import check, flake8, write

JOURNAL = """\
class Journal:
    def note(self, text: str) -> None:
        self._keep(text)

    def _keep(self, text: str) -> None:
        with open("/tmp/journal", "a") as stream:
            stream.write(text)
"""
CALLS = 16
ORDERS = (
    'from journal import Journal\n\n\nasync def order(journal: Journal) -> None:\n    journal.note("0")\n'
    + "".join(f'    journal.note("{number}")\n' for number in range(1, CALLS))
)
FIRST = 5


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return write(tmp_path, {"pyproject.toml": "", "journal.py": JOURNAL, "orders.py": ORDERS})


def _lines(root: Path, *arguments: str) -> list[int]:
    done = check("orders.py", "--output-format", "json", *arguments, cwd=root)
    return [finding["line"] for finding in json.loads(done.stdout)["findings"]]


def test_the_nearest_call_stands_for_all_and_says_so(shop: Path) -> None:
    done = check("orders.py", "--output-format", "json", cwd=shop)
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["line"] == FIRST
    assert finding["help"].endswith("(15 more calls in this module: see `every-call`)")


def test_each_call_where_that_is_asked_for(shop: Path) -> None:
    every = [*range(FIRST, FIRST + CALLS)]
    assert _lines(shop, "--every-call") == every
    write(shop, {"pyproject.toml": "[tool.concurrency-lint]\nevery-call = true\n"})
    assert _lines(shop) == every
    assert _lines(shop, "--no-every-call") == [FIRST]


def test_a_silenced_call_stands_for_no_other(shop: Path) -> None:
    more = ORDERS.replace('note("0")', 'note("0")  # noqa: CNC103') + '    journal.note("16")\n'
    write(shop, {"orders.py": more})
    assert _lines(shop) == [FIRST + 1]


def test_wrapped_functions_are_different_ones(tmp_path: Path) -> None:
    """They all lead by the wrapper's way."""
    wrapped = "".join(f"@traced\ndef step{n}() -> None: ...\n\n\n" for n in range(CALLS))
    source = (
        'import functools\n\n\ndef kept() -> None:\n    open("/tmp/trace").read()\n\n\n'
        "def noted() -> None:\n    kept()\n\n\n"
        "def traced(function):\n    @functools.wraps(function)\n    def wrapper():\n        noted()\n"
        f"        return function()\n\n    return wrapper\n\n\n{wrapped}async def run() -> None:\n"
        + "".join(f"    step{n}()\n" for n in range(CALLS))
    )
    write(tmp_path, {"pyproject.toml": "", "orders.py": source})
    assert len(_lines(tmp_path)) == CALLS


def test_below_sixteen_each_is_told_of(shop: Path) -> None:
    write(shop, {"orders.py": "".join(ORDERS.splitlines(True)[:-1])})
    assert _lines(shop) == [*range(FIRST, FIRST + CALLS - 1)]


def test_flake8_tells_of_the_same(shop: Path) -> None:
    told = flake8("--select", "CNC", "orders.py", cwd=shop).stdout.splitlines()
    assert [line.split(":")[1] for line in told] == [str(FIRST)]
    every = flake8("--select", "CNC", "--concurrency-lint-every-call", "orders.py", cwd=shop).stdout.splitlines()
    assert len(every) == CALLS


def test_flake8_reads_the_flag_from_its_configuration(shop: Path) -> None:
    write(shop, {".flake8": "[flake8]\nselect = CNC\nconcurrency-lint-every-call = true\n"})
    assert len(flake8("orders.py", cwd=shop).stdout.splitlines()) == CALLS


def test_fixing_sees_them_all(shop: Path) -> None:
    done = check("orders.py", "--fix", "--unsafe-fixes", cwd=shop)
    text = (shop / "orders.py").read_text()
    assert done.returncode == 0, done.stdout
    assert text.count("await asyncio.to_thread(journal.note,") == CALLS
