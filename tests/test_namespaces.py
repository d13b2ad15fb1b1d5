"""What a service keeps in `app.state`, in a tree of many services."""

from __future__ import annotations

from pathlib import Path

import pytest

from concurrency_lint.config import Settings
from concurrency_lint.engine import check_files

MAIN = """\
import redis
from fastapi import FastAPI

app = FastAPI()
app.state.cache = redis.Redis()
"""
HANDLER = """\
from fastapi import Request


async def read(request: Request):
    return request.app.state.cache.get("key")
"""
OTHER = """\
from fastapi import FastAPI

app = FastAPI()
app.state.{name} = {number}
"""


@pytest.mark.parametrize(
    ("others", "name", "reported"),
    [(0, "number", True), (100, "number", True), (100, "cache", False)],
)
def test_other_services_do_not_hide_what_one_keeps(others: int, name: str, tmp_path: Path, *, reported: bool) -> None:
    for number in range(others):
        (tmp_path / f"service_{number}.py").write_text(OTHER.format(name=name, number=number), encoding="utf-8")
    (tmp_path / "main.py").write_text(MAIN, encoding="utf-8")
    handler = tmp_path / "handler.py"
    handler.write_text(HANDLER, encoding="utf-8")
    report = check_files([handler], Settings(root=tmp_path, enabled=frozenset({"CNC105"})))
    assert [finding.code for finding in report.findings] == ["CNC105"] * reported
