"""Fixes as a user applies them: what is written, what is refused and why, and what becomes of the files."""

from __future__ import annotations

import ast
import json
import os
import signal
import stat
import subprocess
import time
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from commands import BIN, check, flake8, write
from concurrency_lint.config import Settings
from concurrency_lint.engine import check_files
from concurrency_lint.fixes import writing
from concurrency_lint.fixes.apply import fix_all
from concurrency_lint.reporters.json import schema
from fixing import refusals

SLEEP = "import time\n\n\nasync def f():\n    time.sleep(1)\n"
SLEPT = "import asyncio\n\n\nasync def f():\n    await asyncio.sleep(1)\n"

BODY = "async def f(url):\n    {}\n"
IMPORTS = {
    "an existing one": ("import asyncio\nimport time\n", "import asyncio\n"),
    "another name": ("import asyncio as aio\nimport time\n", "import asyncio as aio\n"),
    "the function itself": ("from asyncio import sleep\nimport time\n", "from asyncio import sleep\n"),
    "docstring and future": (
        '"""Doc."""\nfrom __future__ import annotations\n\nimport time\n',
        '"""Doc."""\nfrom __future__ import annotations\n\nimport asyncio\n',
    ),
    "in order": ("import abc\nimport os\nimport time\n", "import abc\nimport asyncio\nimport os\n"),
    "before froms": ("import time\nfrom abc import ABC\n", "import asyncio\nfrom abc import ABC\n"),
    "one of several": ("import os, time\n", "import asyncio\nimport os\n"),
    "not for typing only": (
        "import time\nfrom typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import asyncio\n",
        "import asyncio\nfrom typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import asyncio\n",
    ),
    "a comment above": ("# Ours.\nimport time\n", "# Ours.\nimport asyncio\n"),
    "anyio is in use": ("import time\n\nimport anyio\n", "\nimport anyio\n"),
    "trio is in use": ("import time\n\nimport trio\n", "\nimport trio\n"),
    "the project's own": (
        "import time\nimport app2\n",
        "import asyncio\nimport app2\n",
    ),
    "still needed": ("import time\n\nNOW = time.time()\n", "import asyncio\nimport time\n\nNOW = time.time()\n"),
}


@pytest.mark.parametrize(("before", "after"), IMPORTS.values(), ids=list(IMPORTS))
def test_imports(before: str, after: str, tmp_path: Path) -> None:
    fixed = fixed_by(tmp_path, f"{before}\n\n{BODY.format('time.sleep(1)')}")
    assert fixed.startswith(after)
    names = {"aio": "aio.sleep", "from asyncio": "sleep", "anyio": "anyio.sleep", "trio": "trio.sleep"}
    called = next((name for word, name in names.items() if word in before), "asyncio.sleep")
    assert f"    await {called}(1)\n" in fixed


REFUSED = {
    "lambda": (
        "import asyncio\n    asyncio.get_running_loop().call_soon(lambda: requests.get(url))",
        "it stands in a plain function",
    ),
    "generator": ("return list(requests.get(u) for u in url)", "generator expression"),
    "nested comprehension": ("return [[requests.get(u) for u in us] for us in url]", "comprehension within"),
    "shown in an f-string": ("return f'{requests.get(url)=}'", "f-string"),
    "generator as argument": ("return requests.post(url, (c for c in url))", "generator"),
    "a with": ("with requests.get(url) as page:\n        return page", "`with`"),
    "sqlite3": ("import sqlite3\n    sqlite3.connect(url).execute('x')", "belongs to its thread"),
    "an open file": ("with open(url) as stream:\n        return stream.read()", "into a function and offload that"),
    "a held lock": (
        "import threading\n    with threading.Lock():\n        requests.get(url)",
        "is held",
    ),
    "an acquired lock": (
        "import threading\n    lock = threading.Lock()\n    lock.acquire()\n    requests.get(url)\n    lock.release()",
        "is held",
    ),
    "a threading.local": ("return tenant(url)", "another one in each thread"),
    "a session given": (
        "from sqlalchemy.orm import Session\n    s = Session()\n    return load(s, url)",
        "belongs to its thread, or to its transaction",
    ),
    "a function of the loop": ("return looping(url)", "needs the event loop's thread"),
    "entered by async with": ("async with opened(url) as page:\n        return page", "entered on the event loop"),
    "in a finally": (
        "try:\n        pass\n    finally:\n        requests.get(url)",
        "may be cancelled before it has begun",
    ),
    "when cancelled": (
        "try:\n        await url\n    except asyncio.CancelledError:\n        requests.get(url)",
        "may be cancelled before it has begun",
    ),
    "what has coroutines": ("return Client(url)", "it makes a `Client`"),
    "a session of another module": ("return rows(url)", "belongs to its thread"),
    "long work of the interpreter": ("return model(url)", "a thread would not help"),
    "a signal's handler": ("return signalling(url)", "needs the event loop's thread"),
    "a context variable": ("return setting(url)", "needs the event loop's thread"),
    "a coroutine function, too": (
        "client = Plain() if url else Other()\n    return client.get(url)",
        "what is called may be a coroutine function, too",
    ),
    "short work in a loop": (
        "import zlib\n    for each in url:\n        yield zlib.decompress(each)",
        "move the loop into a function",
    ),
    "what it reads is written": (
        "plain = Plain()\n    plain[url] = (plain.get(url) or {}).get('name')",
        "other code could change between",
    ),
    "what it reads is written later": (
        "plain = Plain()\n    page = plain.get(url)\n    del plain[url]\n    return page",
        "other code could change between",
    ),
    "an asynchronous client": ("return client(url)", "it makes a `redis.asyncio.Redis`"),
    "a future": ("return future(url)", "needs the event loop's thread"),
    "what is made once": ("return Pool().client(url)", "two coroutines could both be first"),
    "one of a table": (
        "read = {'a': load, 'b': opened}[url]\n    return read(url, url)",
        "chosen from a table",
    ),
    "short work of one of several": (
        "shrink = pack if url else same\n    return shrink(url)",
        "only some of the functions that it may call block",
    ),
    "kept by the module": ("return site(url)", "keeps what it makes"),
    "kept by a cache below": ("return page(url)", "`front` keeps what it makes"),
    "callbacks in it": (
        "import confluent_kafka\n    confluent_kafka.Producer(url).flush()",
        "what is done before and after it",
    ),
    "the name is taken": ("asyncio = 1\n    return requests.get(url), asyncio", "means something else"),
}
HELPERS = """\
import functools
import threading

import requests


def load(session, url):
    return requests.get(url)


LOCAL = threading.local()


def tenant(url):
    return requests.get(url, headers=LOCAL.headers)


def looping(url):
    import asyncio
    asyncio.get_running_loop()
    return requests.get(url)


class Client:
    def __init__(self, url):
        requests.get(url)

    async def get(self): ...


class Plain:
    def get(self, url):
        return requests.get(url)


def client(url):
    import redis.asyncio
    requests.get(url)
    return redis.asyncio.Redis.from_url(url)


def future(url):
    from asyncio import Future
    class Answer(Future): ...
    return Answer(), requests.get(url)


class Pool:
    kept = None

    def client(self, url):
        if self.kept is None:
            self.kept = requests.get(url)
        return self.kept


class Other:
    async def get(self, url): ...


def opened(url):
    requests.get(url)


SITE = None


def site(url):
    global SITE
    if SITE is None:
        SITE = requests.get(url)
    return SITE


@functools.cache
def front():
    return requests.get("https://example.com")


def page(url):
    return front() or url


def same(url):
    return url


def pack(url):
    import zlib
    return zlib.decompress(url)


def rows(url):
    from shop.database import db
    return db.query(url).all()


def model(url):
    import spacy
    return spacy.load(url)


def signalling(url):
    import signal
    signal.signal(signal.SIGINT, print)
    return requests.get(url)


def setting(url):
    from contextvars import ContextVar
    ContextVar("v").set(url)
    return requests.get(url)


"""


@pytest.mark.parametrize(("body", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_refused_and_why(body: str, reason: str, tmp_path: Path) -> None:
    source = HELPERS + BODY.format(body)
    database = "from sqlalchemy.orm import Session\n\ndb = Session()\n"
    write(tmp_path, {"app.py": source, "shop/__init__.py": "", "shop/database.py": database})
    done = check("app.py", "--isolated", "--show-fixes", "--output-format", "json", cwd=tmp_path)
    report = json.loads(done.stdout)
    jsonschema.validate(report, schema())
    fixes = [finding["fix"] for finding in report["findings"] if finding["fix"]]
    assert not fixes or any(reason in fix["title"] for fix in fixes), fixes
    # Not each of these is a finding to begin with; none may be rewritten.
    check("app.py", "--isolated", "--fix", "--unsafe-fixes", cwd=tmp_path)
    assert (tmp_path / "app.py").read_text(encoding="utf-8") == source


_SHARING = """\
import requests


class Shop:
    def __init__(self):
        self.open, self.closed = {{}}, set()

    def visit(self, url):
        self.closed.add(url)
        self.last = requests.get(url)

    async def turn(self, url):
        {}
        self.visit(url)
"""


def test_what_the_coroutine_changes_itself_is_not_changed_in_a_thread(tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, _SHARING.format("self.closed.clear()"), "CNC102")
    assert "the coroutine changes `self.closed` itself" in said
    (said,) = refusals(tmp_path, _SHARING.format("self.last = None"), "CNC102")
    assert "the coroutine changes `self.last` itself" in said
    (said,) = refusals(tmp_path, _SHARING.format("self.open.clear()"), "CNC102")
    assert "the coroutine changes" not in said


OFFLOADED = {
    "chain": ("return requests.get(url).json()", "return (await asyncio.to_thread(requests.get, url)).json()"),
    "comprehension": (
        "return [requests.get(u) for u in url if u]",
        "return [await asyncio.to_thread(requests.get, u) for u in url if u]",
    ),
    "first iterable": (
        "return [u for u in requests.get(url)]",
        "return [u for u in await asyncio.to_thread(requests.get, url)]",
    ),
    "parentheses": ("return (requests.get(url)).text", "return (await asyncio.to_thread(requests.get, url)).text"),
    "nested": (
        "return requests.get(requests.get(url).text)",
        "return await asyncio.to_thread(requests.get, (await asyncio.to_thread(requests.get, url)).text)",
    ),
    "walrus": (
        "if page := requests.get(url): return page",
        "if page := await asyncio.to_thread(requests.get, url): return page",
    ),
    "comments": (
        "return requests.get(\n        url,  # where\n        timeout=3,\n    )  # end",
        "return await asyncio.to_thread(\n        requests.get,\n        url,  # where\n        timeout=3,\n    )  # end",
    ),
    "no arguments": ("return requests.Session().get()", "return await asyncio.to_thread(requests.Session().get)"),
    "parentheses inside": (
        "return requests.get((url), (1, 2))",
        "return await asyncio.to_thread(requests.get, (url), (1, 2))",
    ),
    "too long for a line": (
        "page = requests.get('https://example.org/a/path/that/is/long', params={'q': url})",
        "page = await asyncio.to_thread(\n        requests.get, 'https://example.org/a/path/that/is/long', "
        "params={'q': url}\n    )",
    ),
    "too long with parentheses": (
        "page = requests.get('https://example.org/a/path/that/is/long', url, timeout=3).json()",
        "page = (\n        await asyncio.to_thread(\n            requests.get, 'https://example.org/a/path/that/is/long', url, "
        "timeout=3\n        )\n    ).json()",
    ),
    "starred": ("return requests.get(*url, **url)", "return await asyncio.to_thread(requests.get, *url, **url)"),
}


@pytest.mark.parametrize(("body", "after"), OFFLOADED.values(), ids=list(OFFLOADED))
def test_what_is_written(body: str, after: str, tmp_path: Path) -> None:
    fixed = fixed_by(tmp_path, "import requests\n\n\n" + BODY.format(body), "--unsafe-fixes")
    assert fixed == "import asyncio\n\nimport requests\n\n\n" + BODY.format(after)


def test_threads_are_those_of_the_projects_library(tmp_path: Path) -> None:
    source = "import requests\n\n\n" + BODY.format("return requests.get(url, timeout=1)")
    write(tmp_path, {"app.py": source, "pyproject.toml": '[project]\nname = "x"\ndependencies = ["fastapi>=0.1"]\n'})
    check("app.py", "--fix", "--unsafe-fixes", cwd=tmp_path)
    moved = "await anyio.to_thread.run_sync(\n        functools.partial(requests.get, url, timeout=1)\n    )\n"
    assert text(tmp_path) == "import functools\n\nimport anyio\n" + source.replace(
        "requests.get(url, timeout=1)\n", moved
    )
    write(tmp_path, {"app.py": source})
    check("app.py", "--fix", "--unsafe-fixes", "--offload", "asyncio", cwd=tmp_path)
    assert "await asyncio.to_thread(requests.get, url, timeout=1)" in text(tmp_path)
    assert check("app.py", "--offload", "nothing", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_file_keeps_its_form(newline: str, encoding: str, end: str, tmp_path: Path) -> None:
    if newline == "\r" and encoding == "latin-1":
        pytest.skip("Python looks for the coding comment in lines that end in a line feed")
    head = "# -*- coding: latin-1 -*-\n" if encoding == "latin-1" else ""
    before = f'{head}import time\n\nasync def f():\n    x = "é\t"\n    time.sleep(1)  # é\n    return x{end}'
    after = before.replace("import time", "import asyncio").replace("time.sleep", "await asyncio.sleep")
    path = tmp_path / "app.py"
    path.write_bytes(before.replace("\n", newline).encode(encoding))
    path.chmod(0o754)
    (tmp_path / "link.py").symlink_to("app.py")
    check("--fix", "link.py", "--isolated", cwd=tmp_path)
    assert path.read_bytes() == after.replace("\n", newline).encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o754
    assert (tmp_path / "link.py").is_symlink()
    assert sorted(os.listdir(tmp_path)) == ["app.py", "link.py"]  # noqa: PTH208


def test_options(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": SLEEP + "    input()\n"})
    shown = check("app.py", "--isolated", "--show-fixes", cwd=tmp_path)
    assert "   = safe fix: Replace `time.sleep` by `await asyncio.sleep`\n   - import time\n" in shown.stdout
    diff = check("app.py", "--isolated", "--diff", cwd=tmp_path)
    assert diff.returncode == 1
    assert "\n-    time.sleep(1)\n+    await asyncio.sleep(1)\n" in diff.stdout
    assert text(tmp_path) == SLEEP + "    input()\n"
    fixed = check("app.py", "--isolated", "--fix", "--show-fixes", cwd=tmp_path)
    assert (fixed.returncode, text(tmp_path)) == (1, SLEPT + "    input()\n")
    assert "CNC109" in fixed.stdout
    assert "CNC101" not in fixed.stdout
    assert "1 x CNC101: Replace `time.sleep` by `await asyncio.sleep`\n" in fixed.stderr
    again = check("app.py", "--isolated", "--diff", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, "")
    only = check("app.py", "--isolated", "--fix-only", "--unsafe-fixes", cwd=tmp_path)
    assert (only.returncode, only.stdout, only.stderr) == (0, "", "Fixed 1 finding in 1 file\n")


def test_selecting_one_rule_fixes_that_one_only(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": SLEEP + "    input()\n"})
    check("app.py", "--isolated", "--fix", "--unsafe-fixes", "--select", "CNC109", cwd=tmp_path)
    assert text(tmp_path) == "import asyncio\n" + SLEEP + "    await asyncio.to_thread(input)\n"


def test_what_is_suppressed_is_not_fixed(tmp_path: Path) -> None:
    source = SLEEP.replace("(1)", "(1)  # noqa: CNC101")
    assert fixed_by(tmp_path, source) == source


def test_standard_input_is_fixed_to_standard_output(tmp_path: Path) -> None:
    assert check("-", "--fix", "--isolated", cwd=tmp_path, input=SLEEP).stdout == SLEPT


def test_the_edits_in_json_make_the_fix(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": SLEEP})
    done = check("app.py", "--isolated", "--show-fixes", "--output-format", "json", cwd=tmp_path)
    (finding,) = json.loads(done.stdout)["findings"]
    lines = SLEEP.splitlines(keepends=True)
    result, done_to = "", 0
    for edit in finding["fix"]["edits"]:
        start, end = (
            sum(map(len, lines[: edit[line] - 1])) + edit[column] - 1
            for line, column in (("line", "column"), ("end_line", "end_column"))
        )
        result, done_to = result + SLEEP[done_to:start] + edit["content"], end
    assert result + SLEEP[done_to:] == SLEPT


def test_flake8_says_what_can_be_fixed(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": SLEEP + "    open('x')\n"})
    lines = flake8("--isolated", "--select", "CNC1", "app.py", cwd=tmp_path).stdout.splitlines()
    assert [line.endswith(" [fixable]") for line in lines] == [True, False]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    path.write_bytes(b"new")
    assert not writing.replaced(path, b"ours", b"old")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["app.py"]  # noqa: PTH208


@pytest.mark.parametrize("times", [8, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_at_any_moment_every_file_is_the_old_or_the_new_one(times: int, tmp_path: Path) -> None:
    files = {f"m{number}.py": SLEEP for number in range(8)}
    command: list[str | Path] = [BIN / "concurrency-lint", "check", "--fix-only", "-q", "--isolated", "-j1", "."]
    started = time.perf_counter()
    write(tmp_path, files)
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    lasts = time.perf_counter() - started
    seen = set()
    for number in range(times):
        write(tmp_path, files)
        running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Most of a run is reading; the files are written at its end.
        time.sleep(lasts * (0.4 + 0.6 * number / times))
        running.send_signal(signal.SIGKILL)
        running.wait()
        for path in tmp_path.glob("*.py"):
            content = path.read_text(encoding="utf-8")
            assert content in (SLEEP, SLEPT)
            seen.add(content)
    (tmp_path / ".concurrency-lint-999999999-0123abcd.tmp").write_text("left over", encoding="utf-8")
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(files)
    assert {text(tmp_path, name) for name in files} == {SLEPT}


_CALLS = st.sampled_from(
    ["time.sleep(1)", "requests.get(url)", "requests.get(url, timeout=x).text", "slow(x, k=1)", "C().slow()", "open(x)"]
)
_EXPRESSIONS = st.recursive(
    _CALLS | st.sampled_from(["x", "1", "'s'"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} if {two[1]} else x)"),
        inner.map(lambda one: f"[{one} for x in url]"),
        inner.map(lambda one: f"[y for y in {one}]"),
        inner.map(lambda one: f"sum({one} for x in url)"),
        inner.map(lambda one: f"(lambda: {one})"),
        inner.map(lambda one: f"(x := {one})"),
        inner.map(lambda one: f"slow(\n        {one},  # why\n        *url, **x)"),
        inner.map(lambda one: f"-({one}) ** 2"),
        st.tuples(inner, inner).map(lambda two: f"requests.post({two[0]}, data={two[1]})"),
        inner.map(lambda one: f"{{1: {one}}}[1]"),
    ),
    max_leaves=6,
)
_STATEMENTS = st.one_of(
    _EXPRESSIONS.map(lambda one: f"    return {one}\n"),
    _EXPRESSIONS.map(lambda one: f"    with {one} as x: pass\n"),
    _EXPRESSIONS.map(lambda one: f"    for x in {one}: pass\n"),
    _EXPRESSIONS.map(lambda one: f"    def g(y={one}): return {one}\n    g()\n"),
    _EXPRESSIONS.map(lambda one: f"    class D:\n        y = {one}\n"),
    _EXPRESSIONS.map(lambda one: f"    assert {one}; del x\n"),
)
_HEADS = st.sampled_from(["", "import asyncio\n", "from asyncio import to_thread, sleep\n", "import anyio\n"])
_MODULE = "{}import time\nimport requests\n\ndef slow(*a, **k):\n    time.sleep(1)\n\nclass C:\n    def slow(self):\n        slow()\n\nasync def f(url, x):\n{}"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_HEADS, st.lists(_STATEMENTS, min_size=1, max_size=4))
def test_any_module_is_fixed_to_a_fixed_point(tmp_path: Path, head: str, statements: list[str]) -> None:
    source = _MODULE.format(head, "".join(statements))
    try:
        ast.parse(source)
        compile(source, "app.py", "exec")
    except SyntaxError:
        return
    path = tmp_path / "app.py"
    path.write_text(source, encoding="utf-8")
    chosen = Settings(root=tmp_path, enabled=frozenset({"CNC101", "CNC102", "CNC103"}))

    def look(files: object, contents: dict[Path, bytes]) -> list[object]:
        return check_files([path], chosen, contents=contents).findings  # type: ignore[return-value]

    first = fix_all(look(None, {}), chosen, look, Path.read_bytes, unsafe=True)  # type: ignore[arg-type]
    result = first.after.get(path, source.encode())
    compile(result, "app.py", "exec")
    path.write_bytes(result)
    assert not fix_all(look(None, {}), chosen, look, Path.read_bytes, unsafe=True).after  # type: ignore[arg-type]
    assert result.count(b"# why") == source.count("# why")


def fixed_by(folder: Path, source: str, *options: str) -> str:
    write(folder, {"app.py": source})
    done = check("--fix", *options, "app.py", "--isolated", cwd=folder)
    assert done.returncode in (0, 1), done.stderr
    return text(folder)


def text(folder: Path, name: str = "app.py") -> str:
    return (folder / name).read_text(encoding="utf-8")
