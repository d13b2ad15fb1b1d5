"""Files and processes in coroutines of a project that has AnyIO: what becomes of them, and what is left to people."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixing import fixed, refusals

HEAD = "import anyio\n\n\n"
BODY = "async def f(path, lock):\n    {}\n"
CODES = ("CNC103", "CNC104", "CNC108", "CNC110")

OPENED = {
    "read": (
        "with open(path) as x:\n        return x.read()",
        "async with await anyio.open_file(path) as x:\n        return await x.read()",
    ),
    "read and used": (
        "with open(path) as x:\n        return x.read().split(), str(x.read())",
        "async with await anyio.open_file(path) as x:\n        return (await x.read()).split(), str(await x.read())",
    ),
    "lines": (
        'with open(path, "rb") as x:  # all\n        for line in x:\n            print(line, x.name)',
        'async with await anyio.open_file(path, "rb") as x:  # all\n        async for line in x:\n'
        "            print(line, x.name)",
    ),
    "twice": (
        "with open(path) as x:\n        y = x.read()\n    with open(y, 'w') as x:\n        x.write(y)",
        "async with await anyio.open_file(path) as x:\n        y = await x.read()\n"
        "    async with await anyio.open_file(y, 'w') as x:\n        await x.write(y)",
    ),
    "at once": ("return open(path).read()", "return await anyio.Path(path).read_text()"),
    "bytes at once": ("return open(path, 'rb').read()[1:]", "return (await anyio.Path(path).read_bytes())[1:]"),
    "an encoding": (
        "return open(path, encoding='ascii').read()",
        "return await anyio.Path(path).read_text(encoding='ascii')",
    ),
}


@pytest.mark.parametrize(("before", "after"), OPENED.values(), ids=list(OPENED))
def test_a_file(before: str, after: str, tmp_path: Path) -> None:
    assert fixed(tmp_path, HEAD + BODY.format(before), *CODES) == HEAD + BODY.format(after)


LEFT = {
    "given away": ("with open(path) as x:\n        return dict(x)", "the file is given to other code"),
    "in a comprehension": ("with open(path) as x:\n        return [y for y in x]", "the file is given to other code"),
    "in a lambda": ("with open(path) as x:\n        return iter(lambda: x.read(1), '')", "a function inside"),
    "used behind it": ("with open(path) as x:\n        x.read()\n    return x", "used behind its `with`"),
    "another with": (
        "with open(path) as x:\n        with lock:\n            x.read()",
        "in another `with`",
    ),
    "two files": ("with open(path) as x, open(lock) as y:\n        x.read()", "opens other things, too"),
    "no with": ("x = open(path)\n    return x.read()", "not used in one `with`"),
    "a generator": ("with open(path, 'w') as x:\n        x.writelines(y for y in lock)", "cannot be awaited"),
}


@pytest.mark.parametrize(("body", "reason"), LEFT.values(), ids=list(LEFT))
def test_files_that_are_left_to_people(body: str, reason: str, tmp_path: Path) -> None:
    source = HEAD + BODY.format(body)
    assert reason in refusals(tmp_path, source, *CODES)[0]
    assert fixed(tmp_path, source, *CODES) == source


def test_a_held_lock_is_not_kept_while_awaiting(tmp_path: Path) -> None:
    for body in ("open(path)", "time.sleep(1)"):
        source = "import threading\nimport time\n\nimport anyio\n\nL = threading.Lock()\n\n\n"
        source += f"async def f(path):\n    with L:\n        {body}\n"
        (said,) = refusals(tmp_path, source, "CNC101", "CNC103")
        assert "`threading.Lock` is held" in said


def test_asyncio_has_no_files(tmp_path: Path) -> None:
    source = BODY.format("with open(path) as x:\n        return x.read()")
    (said,) = refusals(tmp_path, source, *CODES)
    assert said.startswith("No fix: asyncio has no files")


PROCESSES = {
    "a list": ("run(['a'])", "await anyio.run_process(['a'], stdout=None, stderr=None, check=False)"),
    "captured": (
        "run(['a', path], capture_output=True, check=True, cwd='/')",
        "await anyio.run_process(['a', path], check=True, cwd='/')",
    ),
    "its output": ("run(['a'], capture_output=True).stdout", "(await anyio.run_process(['a'], check=False)).stdout"),
    "over lines": (
        "run(\n        ['a'],\n        check=True,\n        capture_output=True,\n    )",
        "await anyio.run_process(\n        ['a'],\n        check=True,\n    )",
    ),
    "a text": ("run(['a'], text=True)", "await anyio.to_thread.run_sync(functools.partial(run, ['a'], text=True))"),
    "a timeout": ("run(['a'], timeout=3)", "await anyio.to_thread.run_sync(functools.partial(run, ['a'], timeout=3))"),
    "a name": ("run(path)", "await anyio.to_thread.run_sync(run, path)"),
}


@pytest.mark.parametrize(("before", "after"), PROCESSES.values(), ids=list(PROCESSES))
def test_a_process(before: str, after: str, tmp_path: Path) -> None:
    text = fixed(tmp_path, "from subprocess import run\n\n" + HEAD + BODY.format(before), *CODES)
    assert text.endswith(BODY.format(after))


def test_paths(tmp_path: Path) -> None:
    source = "from pathlib import Path\n\n" + HEAD + "async def f(path: Path):\n    return path.exists() and {}\n"
    after = "from pathlib import Path\n\n" + HEAD + "async def f(path: Path):\n    return {} and {}\n"
    written = ("await anyio.Path(path).exists()", "await anyio.Path(path).read_text('ascii')")
    assert fixed(tmp_path, source.format("path.read_text('ascii')"), *CODES) == after.format(*written)


def test_work_that_holds_the_lock_goes_to_a_process(tmp_path: Path) -> None:
    source = "import nltk\n\n" + HEAD + "async def f(text: str, other):\n    return nltk.word_tokenize({})\n"
    assert "return await anyio.to_process.run_sync(nltk.word_tokenize, text)\n" in fixed(
        tmp_path, source.format("text"), *CODES
    )
    (said,) = refusals(tmp_path, source.format("other"), *CODES)
    assert "a thread would not help" in said
