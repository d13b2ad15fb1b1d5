"""Where a coroutine had better not begin to wait: it may be cancelled there, or overtaken, or somebody has said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from concurrency_lint.config import Settings
from fixing import found_in, refusals

HEAD = """\
import asyncio
import os
import tempfile
import time
from pathlib import Path

log = print


def save(path, text):
    Path(path).write_text(text)


def load(path):
    return Path(path).read_text()


def undo(path):
    Path(path).write_text("")


async def wait(path): ...


async def work(path, lock):
    {}
"""
TRY = "{}\n    try:\n        await wait(path)\n    "
UNDONE = {
    "finally": "save(path, '')\n    try:\n        await wait(path)\n    finally:\n        lock.release()",
    "every exception": (
        "save(path, '')\n    try:\n        await wait(path)\n    except BaseException:\n        lock.release()\n"
        "        raise"
    ),
    "cancellation": (
        "save(path, '')\n    try:\n        await wait(path)\n    except (OSError, asyncio.CancelledError):\n"
        "        lock.release()\n        raise"
    ),
    "a bare handler": (
        "save(path, '')\n    try:\n        await wait(path)\n    except:\n        lock.release()\n        raise"
    ),
    "after an early end": (
        "save(path, '')\n    if lock is None:\n        return await wait(path)\n    print(path)\n    try:\n"
        "        await wait(path)\n    finally:\n        lock.release()"
    ),
    "after another one": (
        "save(path, '')\n    try:\n        print(path)\n    except ValueError:\n        print()\n    try:\n"
        "        await wait(path)\n    finally:\n        lock.release()"
    ),
    "in a loop": (
        "for each in path:\n        save(each, '')\n        try:\n            await wait(each)\n        finally:\n"
        "            lock.release()"
    ),
    "what it has opened": (
        "handle = os.open(path, os.O_RDWR)\n    try:\n        await wait(path)\n    finally:\n        os.close(handle)"
    ),
    "what it has made": (
        "folder = tempfile.mkdtemp()\n    try:\n        await wait(folder)\n    finally:\n        lock.remove(folder)"
    ),
    "what it has read from": (
        "page = load(path)\n    try:\n        await wait(path)\n    finally:\n        lock.free(page)"
    ),
}
NOT_UNDONE = {
    "what only reads": "load(path)\n    try:\n        await wait(path)\n    finally:\n        lock.release()",
    "only told of": "save(path, '')\n    try:\n        await wait(path)\n    finally:\n        print(time.time())",
    "other exceptions": (
        "save(path, '')\n    try:\n        await wait(path)\n    except Exception:\n        lock.release()"
    ),
    "one waits before": (
        "save(path, '')\n    await wait(path)\n    try:\n        await wait(path)\n    finally:\n        lock.release()"
    ),
    "inside of it": ("await wait(path)\n    try:\n        save(path, '')\n    finally:\n        lock.release()"),
    "in another branch": (
        "if lock:\n        save(path, '')\n    for each in path:\n        try:\n            await wait(each)\n"
        "        finally:\n            lock.release()"
    ),
}


@pytest.mark.parametrize("body", UNDONE.values(), ids=list(UNDONE))
def test_nothing_is_cancelled_between_a_change_and_what_undoes_it(body: str, tmp_path: Path) -> None:
    said = refusals(tmp_path, HEAD.format(body), "CNC103", "CNC110")
    assert any("a cancellation could come at the `await`, before the `try`" in each for each in said)


@pytest.mark.parametrize("body", NOT_UNDONE.values(), ids=list(NOT_UNDONE))
def test_elsewhere_it_may_be(body: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, HEAD.format(body), "CNC103") == [""]


CLEANING = (
    "try:\n        await wait(path)\n    except BaseException:\n        {}(path)\n        raise\n"
    "    if lock:\n        {}(path)"
)


def test_what_cleans_up_elsewhere_does_so_at_once(tmp_path: Path) -> None:
    said = refusals(tmp_path, HEAD.format(CLEANING.format("undo", "undo")), "CNC103")
    assert sum("`undo` also runs where the coroutine is cancelled" in each for each in said) == 1
    assert "" in refusals(tmp_path, HEAD.format(CLEANING.format("load", "load")), "CNC103")
    assert "" in refusals(tmp_path, HEAD.format(CLEANING.format("undo", "load")), "CNC103")


STORE = """\
import asyncio
import os

import requests


class Store:
    async def put(self, row):
        {}

    async def start(self, rows):
        for row in rows:
            {}


class Other:
    def start(self, group, store, row):
        {}
"""
WRITING = "requests.post(row)"
IN_ORDER = {
    "a task": "asyncio.create_task(store.put(row))",
    "over lines": "asyncio.ensure_future(\n            store.put(row)\n        )",
    "of a group": "group.start_soon(store.put, row)",
    "from a thread": "asyncio.run_coroutine_threadsafe(store.inner.put(row), group)",
}
IN_NO_ORDER = {
    "awaited": "print(store.put(row))",
    "another one": "asyncio.create_task(store.get(row))",
    "a function": "asyncio.create_task(put(row))",
}


@pytest.mark.parametrize("started", IN_ORDER.values(), ids=list(IN_ORDER))
def test_no_task_overtakes_another(started: str, tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, STORE.format(WRITING, "pass", started), "CNC102")
    assert "`put` is started elsewhere without being awaited" in said


@pytest.mark.parametrize("started", IN_NO_ORDER.values(), ids=list(IN_NO_ORDER))
def test_what_is_awaited_keeps_its_order(started: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, STORE.format(WRITING, "pass", started), "CNC102") == [""]


def test_a_method_that_its_class_starts(tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, STORE.format(WRITING, "asyncio.create_task(self.put(row))", "pass"), "CNC102")
    assert "`put` is started elsewhere" in said
    # A method of the same name in another file is another one.
    source = "import asyncio\n\n\nclass Other:\n    def start(self):\n        asyncio.create_task(self.put(1))\n"
    (tmp_path / "other.py").write_text(source)
    assert refusals(tmp_path, STORE.format(WRITING, "pass", "pass"), "CNC102") == [""]


def test_a_function_that_is_started(tmp_path: Path) -> None:
    source = "import asyncio\nimport requests\n\n\nasync def put(row):\n    requests.post(row)\n\n\n"
    started = source + "async def start(rows):\n    return [asyncio.create_task({}(row)) for row in rows]\n"
    (said,) = refusals(tmp_path, started.format("put"), "CNC102")
    assert "`put` is started elsewhere" in said
    assert refusals(tmp_path, started.format("print"), "CNC102") == [""]


def test_in_another_file_but_no_test(tmp_path: Path) -> None:
    source = STORE.format(WRITING, "pass", "pass")
    use = "import asyncio\n\n\nasync def test_it(store, rows):\n    asyncio.create_task(store.put(rows))\n"
    (tmp_path / "test_store.py").write_text(use)
    assert refusals(tmp_path, source, "CNC102") == [""]
    (tmp_path / "steps.py").write_text(use.replace("test_it", "step"))
    assert "`put` is started elsewhere" in refusals(tmp_path, source, "CNC102")[0]


def test_what_waits_or_reads_has_no_order(tmp_path: Path) -> None:
    started = IN_ORDER["a task"]
    waits = STORE.format("await self.start(row)\n        requests.post(row)", "pass", started)
    assert refusals(tmp_path, waits, "CNC102") == [""]
    reads = STORE.format("return requests.get(row)", "pass", started)
    assert refusals(tmp_path, reads, "CNC102") == [""]


@pytest.mark.parametrize(
    ("opened", "changes"),
    [("open(row)", False), ("open(row, 'rb')", False), ("open(row, 'a')", True), ("open(row, mode=MODE)", True)],
)
def test_what_is_opened_to_be_read_has_no_order(opened: str, changes: bool, tmp_path: Path) -> None:
    source = STORE.format(f"self.text = read(row)\n\n\ndef read(row):\n    return {opened}.read()", "pass", "pass")
    source = source.replace("    async def start", "class More:\n    async def start")
    said = refusals(tmp_path, source + f"\n\ndef begin(store, row):\n    {IN_ORDER['a task']}\n", "CNC103")
    assert [("is started elsewhere" in each) for each in said] == [changes]


SAID = {
    "above": "# Not offloaded: it has to be done with the line above.\n    {}",
    "behind": "{}  # blocking, on purpose",
    "above its block": "# Stays on the event loop.\n    if url:\n        print(url)\n        {}",
    "over lines": "# The worker thread has its own,\n    # so we read it here.\n    {}",
    "why it does not wait": "# Nothing awaited here, so that it is one step.\n    {}",
}
NOT_SAID = {
    "something else": "# Get the thread, and all blocks of its messages.\n    {}",
    "further up": "# This runs in the executor.\n    print(url)\n\n    {}",
    "of the function": "{}",
    "a text": "print('# blocking')\n    {}",
    "not about it": "{}  # noqa: S113",
}
READING = "import requests\n\n\n# Runs in the event loop.\nasync def f(url):\n    {}\n"


@pytest.mark.parametrize("body", SAID.values(), ids=list(SAID))
def test_who_has_thought_of_it_is_not_overruled(body: str, tmp_path: Path) -> None:
    source = READING.format(body.format("requests.get(url)"))
    (said,) = refusals(tmp_path, source, "CNC102")
    assert "a comment there says something of where it runs" in said
    (found,) = found_in(tmp_path / "app.py", Settings(root=tmp_path, enabled=frozenset({"CNC102"})))
    assert not found.fixable


@pytest.mark.parametrize("body", NOT_SAID.values(), ids=list(NOT_SAID))
def test_other_comments_say_nothing(body: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, READING.format(body.format("requests.get(url)")), "CNC102") == [""]
