"""How serious a finding is depends on what runs the code; the severity is typed by hand at the end of the line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from concurrency_lint.config import Settings
from concurrency_lint.engine import check_files
from concurrency_lint.selection import enabled_codes

STARTUP = """\
import time
from fastapi import FastAPI

app = FastAPI()

async def connect():
    time.sleep(1)  # warning

async def ping():
    time.sleep(1)  # error

@app.on_event("startup")
async def begin():
    await connect()
    await ping()
    time.sleep(1)  # warning

@app.get("/")
async def index():
    await ping()
    time.sleep(1)  # error
"""
LIFESPAN = """\
import time
from contextlib import asynccontextmanager
from fastapi import FastAPI

async def connect():
    time.sleep(1)  # warning

@asynccontextmanager
async def lifespan(app):
    await connect()
    time.sleep(1)  # warning
    yield

app = FastAPI(lifespan=lifespan)
"""
SCRIPT = """\
import asyncio
import time

async def step():
    time.sleep(1)  # advice

async def main():
    await step()
    time.sleep(1)  # advice

async def for_others():
    time.sleep(1)  # error

def command():
    asyncio.run(main())

if __name__ == "__main__":
    command()
"""
NO_SCRIPT = """\
import asyncio
import time

async def main():
    time.sleep(1)  # error

def run():
    asyncio.run(main())
"""
TEST = """\
import time

async def test_it():
    time.sleep(1)  # advice
"""
LOOKED_AGAIN = """\
import threading
import time

lock = threading.Lock()
kept = None
rows = {}

def make():
    time.sleep(1)
    return 1

def nested():
    global kept
    if kept is None:
        with lock:
            if kept is None:
                kept = make()
    return kept

def early(key):
    found = rows.get(key)
    if found is not None:
        return found
    with lock:
        found = rows.get(key)
        if found is not None:
            return found
        return make()

def by_key(key):
    if key not in rows:
        with lock:
            if key not in rows:
                rows[key] = make()
    return rows[key]

def either():
    global kept
    if kept is not None and not kept.closed:
        return kept
    with lock:
        if kept is None or kept.closed:
            kept = make()
    return kept

def always():
    global kept
    with lock:
        if kept is None:
            kept = make()
        return kept

def guarded():
    if rows is None:
        raise RuntimeError
    with lock:
        if rows is None:
            raise RuntimeError
        return make()

def of_something_else():
    if rows:
        return rows
    with lock:
        if kept is None:
            make()

async def use():
    nested()  # advice
    early(1)  # advice
    by_key(1)  # advice
    either()  # advice
    always()  # error
    guarded()  # error
    of_something_else()  # error
"""


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("startup.py", STARTUP),
        ("lifespan.py", LIFESPAN),
        ("script.py", SCRIPT),
        ("library.py", NO_SCRIPT),
        ("test_it.py", TEST),
    ],
)
def test_severity_follows_what_runs_the_code(tmp_path: Path, name: str, source: str) -> None:
    assert_severities(tmp_path / name, source, "CNC101")


def test_a_lock_that_only_who_comes_first_takes_is_short(tmp_path: Path) -> None:
    assert_severities(tmp_path / "made.py", LOOKED_AGAIN, "CNC106")


def assert_severities(path: Path, source: str, code: str) -> None:
    path.write_text(source, encoding="utf-8")
    marked = {
        number: match[1]
        for number, line in enumerate(source.splitlines(), start=1)
        if (match := re.search(r"# (error|warning|advice)$", line))
    }
    settings = Settings(root=path.parent, enabled=enabled_codes((code,), (), ()))
    found = check_files([path], settings).findings
    assert {finding.span.line: finding.severity.value for finding in found} == marked
