"""Two example services: one breaks every rule once, its twin follows the guide."""

from __future__ import annotations

import json
from pathlib import Path

from commands import check, run
from concurrency_lint.rules.registry import all_rules

ROOT = Path(__file__).parents[1]
VIOLATIONS, EXEMPLARY = ROOT / "examples" / "violations", ROOT / "examples" / "exemplary"


def reported(folder: Path) -> list[dict[str, object]]:
    done = check(folder, "--output-format", "json", cwd=ROOT)
    findings: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return findings


def test_every_rule_that_is_on_by_default_is_broken() -> None:
    expected = {code for code, rule in all_rules().items() if not rule.opt_in}
    found = {str(finding["code"]) for finding in reported(VIOLATIONS)}
    assert found == expected


def test_the_twin_that_follows_the_guide_gives_no_finding() -> None:
    assert reported(EXEMPLARY) == []


def test_the_inventory_lists_what_there_is() -> None:
    done = run("concurrency-lint", "inventory", str(EXEMPLARY), "--output-format", "json", cwd=ROOT)
    rows = json.loads(done.stdout)["inventory"]
    kinds = {(row["kind"], row["name"]) for row in rows}
    assert {
        ("task", "app.tasks.build"),
        ("topic", "orders"),
        ("publisher", "aiokafka orders"),
        ("subscriber", "aiokafka orders"),
        ("thread pool", "ThreadPoolExecutor"),
        ("process pool", "ProcessPoolExecutor"),
        ("route on the loop", "create"),
    } <= kinds
    assert {row["verdict"] for row in rows} == {"ok"}


def test_the_inventory_gives_verdicts() -> None:
    table = run("concurrency-lint", "inventory", str(VIOLATIONS), cwd=ROOT).stdout.splitlines()
    assert table[0].split() == ["KIND", "NAME", "PLACE", "VERDICT"]
    pool = next(line for line in table if line.startswith("thread pool"))
    assert pool.split()[-1] == "CNC401"
    task = next(line for line in table if "app.billing.queue.charge" in line)
    assert "CNC304" in task
    assert "CNC2" in task
    stale = next(line for line in table if line.startswith("stale entry"))
    assert "m2m/README.md" in stale
    assert stale.endswith("CNC306")


def test_the_inventory_fits_the_terminal() -> None:
    for width in (80, 120):
        done = run("concurrency-lint", "inventory", str(EXEMPLARY), cwd=ROOT, environment={"COLUMNS": str(width)})
        lines = done.stdout.splitlines()
        assert max(map(len, lines)) <= width
        assert all(line.endswith(("VERDICT", "ok")) for line in lines)
