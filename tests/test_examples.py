"""The example service: what was planted in it is found, each with its sink and its number of hops, and no more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from commands import check, flake8

ROOT = Path(__file__).parents[1]
SHOP = ROOT / "examples" / "shop"
CODES = tuple(f"CNC{number}" for number in (*range(101, 110), 111, 112))


class Planted(NamedTuple):
    """A defect: the file, what stands on the reported line, the rule, what blocks, and the calls up to there."""

    path: str
    line: str
    code: str
    sink: str
    hops: int


PLANTED = {
    # A property, in a dependency of a router.
    Planted("dependencies.py", "expected = hmac.digest(", "CNC103", "pathlib.Path.read_bytes", 2),
    # Module globals, one of them filled by a thread.
    Planted("routes/catalog.py", "cents = current_price(sku)", "CNC105", "redis.Redis.hget", 3),
    Planted("routes/catalog.py", "cents = current_price(sku)", "CNC106", "threading.Event.wait", 3),
    # Repositories and services that come in by `Depends` through `Annotated` aliases.
    Planted("routes/orders.py", "for order in orders.latest_of(", "CNC105", "sqlalchemy.orm.Session.scalars", 2),
    # A decorator that waits between attempts, and the client that it wraps.
    Planted("routes/orders.py", "return shipping.cheapest(order)", "CNC101", "time.sleep", 3),
    Planted("routes/orders.py", "return shipping.cheapest(order)", "CNC102", "requests.Session.request", 5),
    # An abstract storage with two implementations, and the process that makes what is stored.
    Planted("routes/orders.py", "Response(invoices.issue(order)", "CNC103", "pathlib.Path.open", 3),
    Planted("routes/orders.py", "Response(invoices.issue(order)", "CNC104", "subprocess.run", 3),
    Planted("routes/orders.py", "Response(invoices.issue(order)", "CNC107", "botocore.client.BaseClient.put_object", 3),
    Planted("routes/orders.py", "Response(invoices.stored(", "CNC103", "pathlib.Path.read_bytes", 3),
    Planted("routes/orders.py", "Response(invoices.stored(", "CNC107", "botocore.client.BaseClient.get_object", 3),
    # A context manager.
    Planted("routes/webhooks.py", "with exclusive(", "CNC105", "redis.lock.Lock.acquire", 2),
    Planted("routes/webhooks.py", "order = orders.get(", "CNC105", "sqlalchemy.orm.Session.get", 2),
    Planted("routes/webhooks.py", "shipping.ship(order,", "CNC102", "requests.Session.request", 4),
    Planted("routes/webhooks.py", "shipping.ship(order,", "CNC105", "sqlalchemy.orm.Session.commit", 3),
    # A coroutine method two modules away from its route.
    Planted("services/accounts.py", "not self._accepts(customer", "CNC108", "hashlib.pbkdf2_hmac", 4),
    Planted("services/stock.py", "with self._turn:", "CNC111", "threading.Lock.__enter__", 1),
    # What tasks may do and a consumer may not.
    Planted("subscribers/orders.py", "self._notifications.order_placed(", "CNC107", "smtplib.SMTP.send_message", 3),
    Planted("subscribers/orders.py", "self._notifications.order_placed(", "CNC112", "asyncio.run", 4),
    Planted("subscribers/replay.py", "if confirmed(event):", "CNC109", "input", 2),
}


@pytest.fixture(scope="module")
def report() -> dict[str, list[dict[str, object]]]:
    done = check(SHOP, "--select", ",".join(CODES), "--output-format", "json", cwd=ROOT)
    assert done.returncode == 1, done.stderr
    parsed: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return parsed


def test_what_was_planted_is_found_and_no_more(report: dict[str, list[dict[str, object]]]) -> None:
    found = {_identified(finding) for finding in report["findings"]}
    assert found == PLANTED
    assert len(report["findings"]) == len(PLANTED)


def test_every_rule_that_is_on_by_default_is_planted() -> None:
    assert {planted.code for planted in PLANTED} == set(CODES)


def test_several_chains_are_long_and_cross_modules(report: dict[str, list[dict[str, object]]]) -> None:
    modules = [len({step["path"] for step in finding["chain"]}) for finding in report["findings"]]  # type: ignore[attr-defined]
    assert sum(count >= 3 for count in modules) >= 8
    assert max(modules) >= 4


def test_flake8_finds_the_same_in_one_file(report: dict[str, list[dict[str, object]]]) -> None:
    name = "examples/shop/app/routes/orders.py"
    done = flake8("--isolated", "--select", ",".join(CODES), "--format", "%(row)d:%(col)d %(code)s", name, cwd=ROOT)
    expected = [f"{f['line']}:{f['column']} {f['code']}" for f in report["findings"] if f["path"] == name]
    assert sorted(done.stdout.split("\n")[:-1]) == sorted(expected)


def test_the_example_gives_no_answer_away() -> None:
    for path in SHOP.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "CNC" not in text
        assert "noqa" not in text
        assert "#" not in text, f"{path}: an example speaks for itself"


def _identified(finding: dict[str, object]) -> Planted:
    path = str(finding["path"])
    line = (ROOT / path).read_text(encoding="utf-8").splitlines()[int(str(finding["line"])) - 1]
    short = path.removeprefix("examples/shop/app/")
    marker = next((p.line for p in PLANTED if p.path == short and p.line in line), line.strip())
    chain = finding["chain"]
    assert isinstance(chain, list)
    return Planted(short, marker, str(finding["code"]), str(finding["sink"]), len(chain))
