"""What fixes make of pools, executors, answers, tests and comments, and what is left to people."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands import check
from fixing import fixed, refusals

POOL = "from concurrent.futures import ThreadPoolExecutor\n\nSIZE = 64\npool = ThreadPoolExecutor({})\n"
BOUND = "(os.cpu_count() or 1) * 2"
CLAMPED = {
    "a literal": ("64", f"min(64, {BOUND})"),
    "a constant by keyword": ("max_workers=SIZE", f"max_workers=min(SIZE, {BOUND})"),
    "arithmetic": ("SIZE // 2", f"min(SIZE // 2, {BOUND})"),
    "another argument": (
        "\n    32,  # many\n    thread_name_prefix='x',\n",
        f"\n    min(32, {BOUND}),  # many\n    thread_name_prefix='x',\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CLAMPED.values(), ids=list(CLAMPED))
def test_a_pool_is_bounded_by_the_cores(before: str, after: str, tmp_path: Path) -> None:
    text = fixed(tmp_path, POOL.format(before), "CNC401")
    assert text == "import os\n" + POOL.format(after)
    reads = f"import os, app; print(app.pool._max_workers <= {BOUND})"
    done = subprocess.run([sys.executable, "-c", reads], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_a_pool_that_counts_cores(tmp_path: Path) -> None:
    source = "import os\n" + POOL.format("(os.cpu_count() or 1) * 5")
    assert fixed(tmp_path, source, "CNC401") == "import os\n" + POOL.format(BOUND)
    source = "import os\n" + POOL.format("5 * (os.cpu_count() or 1)")
    assert "counts the cores already" in refusals(tmp_path, source, "CNC401")[0]


def test_small_pools_stay(tmp_path: Path) -> None:
    assert fixed(tmp_path, POOL.format("16"), "CNC401") == POOL.format("16")


EXECUTOR = {
    "the loop goes, too": (
        "import asyncio\n\n\nasync def load(path):\n    loop = asyncio.get_running_loop()\n"
        "    first = await loop.run_in_executor(None, path.read_bytes)\n"
        "    return first, await loop.run_in_executor(None, open, path)\n",
        "import asyncio\n\n\nasync def load(path):\n    first = await asyncio.to_thread(path.read_bytes)\n"
        "    return first, await asyncio.to_thread(open, path)\n",
    ),
    "empty lines around the loop": (
        "import asyncio\n\n\nasync def load(path):\n    print(path)\n\n    loop = asyncio.get_running_loop()\n\n"
        "    return await loop.run_in_executor(None, path.read_bytes)\n",
        "import asyncio\n\n\nasync def load(path):\n    print(path)\n\n"
        "    return await asyncio.to_thread(path.read_bytes)\n",
    ),
    "a loop with a type": (
        "import asyncio\n\n\nasync def load(path):\n    loop: object = asyncio.get_running_loop()\n"
        "    return await loop.run_in_executor(None, path.read_bytes)\n",
        "import asyncio\n\n\nasync def load(path):\n    return await asyncio.to_thread(path.read_bytes)\n",
    ),
    "the loop stays": (
        "import asyncio\n\n\nasync def load(path):\n    loop = asyncio.get_running_loop()\n"
        "    loop.call_soon(print)\n    return await loop.run_in_executor(None, path.read_bytes)\n",
        "import asyncio\n\n\nasync def load(path):\n    loop = asyncio.get_running_loop()\n"
        "    loop.call_soon(print)\n    return await asyncio.to_thread(path.read_bytes)\n",
    ),
    "over lines": (
        "import asyncio\n\n\nasync def load(path):\n    return await asyncio.get_running_loop().run_in_executor(\n"
        "        None,\n        open,\n        path,  # this\n    )\n",
        "import asyncio\n\n\nasync def load(path):\n    return await asyncio.to_thread(\n"
        "        open,\n        path,  # this\n    )\n",
    ),
    "AnyIO": (
        "import asyncio\n\nimport anyio\n\n\nasync def load(path):\n    await anyio.sleep(0)\n"
        "    return await asyncio.get_running_loop().run_in_executor(None, path.read_bytes)\n",
        "\nimport anyio\n\n\nasync def load(path):\n    await anyio.sleep(0)\n"
        "    return await anyio.to_thread.run_sync(path.read_bytes)\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), EXECUTOR.values(), ids=list(EXECUTOR))
def test_the_executor_of_the_loop(before: str, after: str, tmp_path: Path) -> None:
    assert fixed(tmp_path, before, "CNC405") == after


NOT_MOVED = {
    "not awaited": ("return loop.run_in_executor(None, path.read_bytes)", "not awaited where it is called"),
    "a comment at the loop": (
        "own = asyncio.get_running_loop()  # ours\n    return await own.run_in_executor(None, path.read_bytes)",
        "`own` would be left over",
    ),
    "a pool": ("return await loop.run_in_executor(pool, path.read_bytes)", "a pool of its own"),
    "a comment": ("return await loop.run_in_executor(None,  # ours\n        path.read_bytes)", "a comment stands"),
}


def test_an_executor_that_the_project_chooses(tmp_path: Path) -> None:
    source = EXECUTOR["a loop with a type"][0]
    (tmp_path / "main.py").write_text("def start(loop, pool):\n    loop.set_default_executor(pool)\n")
    assert "an executor of its own" in refusals(tmp_path, source, "CNC405")[0]


def test_what_blocks_goes_to_the_executor_that_the_project_chooses(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("anyio\n")
    source = "import requests\n\n\nasync def f(url):\n    return requests.get(url)\n"
    assert "await anyio.to_thread" in fixed(tmp_path, source, "CNC102")
    (tmp_path / "main.py").write_text("def start(loop, pool):\n    loop.set_default_executor(pool)\n")
    assert "await asyncio.to_thread" in fixed(tmp_path, source, "CNC102")


@pytest.mark.parametrize(("body", "reason"), NOT_MOVED.values(), ids=list(NOT_MOVED))
def test_executors_that_are_left_alone(body: str, reason: str, tmp_path: Path) -> None:
    source = (
        "import asyncio\nfrom concurrent.futures import ThreadPoolExecutor\n\npool = ThreadPoolExecutor(2)\n\n\n"
        f"async def load(path):\n    loop = asyncio.get_running_loop()\n    {body}\n"
    )
    assert reason in refusals(tmp_path, source, "CNC405")[0]
    assert fixed(tmp_path, source, "CNC405") == source


ANSWERS = """\
from celery import shared_task
from {module} import {name}

app = {make}


@shared_task
def build(number): ...


@app.post("/reports"{given})
def create(number: int):
    task = build.delay(number)
    return {answer}
"""
FASTAPI = {"module": "fastapi", "name": "FastAPI", "make": "FastAPI()"}
ANSWERED = {
    "in the decorator": ({}, {"given": ", status_code=202"}),
    "beside others": ({"given": ', tags=["a"]'}, {"given": ', tags=["a"], status_code=202'}),
    "in the response": (
        {"name": "FastAPI, responses", "answer": "responses.JSONResponse({'id': task.id})"},
        {"name": "FastAPI, responses", "answer": "responses.JSONResponse({'id': task.id}, status_code=202)"},
    ),
}


@pytest.mark.parametrize(("before", "after"), ANSWERED.values(), ids=list(ANSWERED))
def test_accepted(before: dict[str, str], after: dict[str, str], tmp_path: Path) -> None:
    plain = {**FASTAPI, "given": "", "answer": "{'id': task.id}"}
    text = fixed(tmp_path, ANSWERS.format(**{**plain, **before}), "CNC121")
    assert text == ANSWERS.format(**{**plain, **after})


UNANSWERED = {
    "decided": ({**FASTAPI, "given": ", status_code=200"}, "somebody has decided"),
    "a tuple": (
        {"module": "flask", "name": "Flask", "make": "Flask('a')", "answer": "{'id': task.id}, 200"},
        "in a tuple",
    ),
    "no word for it": (
        {"module": "sanic", "name": "Sanic", "make": "Sanic('a')"},
        "takes no status",
    ),
    "another status": (
        {"module": "flask", "name": "Flask, make_response", "make": "Flask('a')", "answer": "make_response('', 200)"},
        "several ways",
    ),
}


@pytest.mark.parametrize(("given", "reason"), UNANSWERED.values(), ids=list(UNANSWERED))
def test_answers_that_are_left_to_people(given: dict[str, str], reason: str, tmp_path: Path) -> None:
    source = ANSWERS.format(**{"given": "", "answer": "{'id': task.id}", **given})
    assert reason in refusals(tmp_path, source, "CNC121")[0]


def test_a_fastapi_route_answers_202(tmp_path: Path) -> None:
    pytest.importorskip("fastapi")
    pytest.importorskip("httpx")
    source = ANSWERS.format(**FASTAPI, given="", answer="{'id': str(task)}")
    source = source.replace("build.delay(number)", "build.apply_async((number,))")
    fixed(tmp_path, source, "CNC121")
    reads = (
        "import app; app.build.apply_async = lambda args: args\nfrom fastapi.testclient import TestClient\n"
        "print(TestClient(app.app).post('/reports?number=1').status_code)"
    )
    done = subprocess.run([sys.executable, "-c", reads], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "202\n", done.stderr


TASKS = "from celery import Celery\n\napp = Celery()\n\n\n@app.task(time_limit={})\ndef place(order_id): ...\n"
TIMED = {
    "a function": (
        "from shop import place\n\n\ndef test_place():\n    place(1)\n",
        "import pytest\n\nfrom shop import place\n\n\n@pytest.mark.timeout(30)\ndef test_place():\n    place(1)\n",
    ),
    "a coroutine in a class": (
        "import pytest\n\nfrom shop import place\n\n\nclass TestPlace:\n"
        "    @pytest.mark.slow\n    async def test_it(self):\n        place(1)\n",
        "import pytest\n\nfrom shop import place\n\n\nclass TestPlace:\n    @pytest.mark.slow\n"
        "    @pytest.mark.timeout(30)\n    async def test_it(self):\n        place(1)\n",
    ),
    "one that is too long": (
        "from pytest import mark\n\nfrom shop import place\n\n\n@mark.timeout(60, method='thread')\ndef test_place():\n"
        "    place(1)\n",
        "from pytest import mark\n\nfrom shop import place\n\n\n@mark.timeout(30, method='thread')\ndef test_place():\n"
        "    place(1)\n",
    ),
    "the name is imported": (
        "from pytest import mark\n\nfrom shop import place\n\n\ndef test_place():\n    place(1)\n",
        "from pytest import mark\n\nfrom shop import place\n\n\n@mark.timeout(30)\ndef test_place():\n    place(1)\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), TIMED.values(), ids=list(TIMED))
def test_a_test_gets_a_time_limit(before: str, after: str, tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text(TASKS.format(30))
    if "pytest" not in before:
        (said,) = refusals(tmp_path, before, "CNC503", path="tests/test_shop.py")
        assert "nothing shows that pytest runs it" in said
        (tmp_path / "conftest.py").touch()
    assert fixed(tmp_path, before, "CNC503", path="tests/test_shop.py") == after


NEEDED = {
    "pyproject.toml": "[dependency-groups]\ntest = ['pytest>=8', 'pytest-timeout', {include-group = 'lint'}]\n",
    "setup.cfg": "[options.extras_require]\ntest =\n    pytest==8.4.2\n    pytest-timeout\n",
    "requirements/test.txt": "celery\npytest ~= 8.0\npytest-timeout\n",
    "tox.ini": "[testenv]\ndeps = pytest-timeout\n    pytest\n",
}


@pytest.mark.parametrize("name", NEEDED)
def test_a_project_that_needs_pytest_runs_its_tests_with_it(name: str, tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text(TASKS.format(30))
    before, after = TIMED["a function"]
    assert fixed(tmp_path, before, "CNC503", path="tests/test_shop.py") == before
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(NEEDED[name])
    assert fixed(tmp_path, before, "CNC503", path="tests/test_shop.py") == after


def test_a_marker_that_nothing_understands_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text(TASKS.format(30))
    (tmp_path / "requirements.txt").write_text("celery\npytest\n")
    (said,) = refusals(tmp_path, TIMED["a function"][0], "CNC503", path="tests/test_shop.py")
    assert "pytest-timeout is not among" in said


COMMENTS = {
    "the comment": ("    await asyncio.sleep(1)  # noqa: CNC101\n", "    await asyncio.sleep(1)\n"),
    "the first code": (
        "    await asyncio.sleep(1)  # noqa: CNC101, E501\n",
        "    await asyncio.sleep(1)  # noqa: E501\n",
    ),
    "the last code": (
        "    await asyncio.sleep(1)  # noqa: E501,CNC101\n",
        "    await asyncio.sleep(1)  # noqa: E501\n",
    ),
    "both codes": ("    await asyncio.sleep(1)  # noqa: CNC101 CNC103\n", "    await asyncio.sleep(1)\n"),
    "before another": (
        "    await asyncio.sleep(1)  # noqa: CNC101  # short\n",
        "    await asyncio.sleep(1)  # short\n",
    ),
    "behind another": (
        "    await asyncio.sleep(1)  # short  # noqa: CNC101\n",
        "    await asyncio.sleep(1)  # short\n",
    ),
    "a reason is kept": (
        "    await asyncio.sleep(1)  # noqa: CNC101 - it is short\n",
        "    await asyncio.sleep(1)  # noqa: CNC101 - it is short\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), COMMENTS.values(), ids=list(COMMENTS))
def test_comments_that_silence_nothing(before: str, after: str, tmp_path: Path) -> None:
    source = "import asyncio\n\n\nasync def poll():\n{}"
    text = fixed(tmp_path, source.format(before), "CNC901", "CNC101", "CNC103")
    assert text == source.format(after)


def test_what_a_fix_brings_up_in_another_file_is_fixed_too(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text(TASKS.replace("time_limit={}", ""))
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/test_shop.py").write_text(TIMED["the name is imported"][0])
    check("--fix", "--unsafe-fixes", "--isolated", "--select", "CNC206,CNC503", ".", cwd=tmp_path)
    assert "@app.task(time_limit=60)\n" in (tmp_path / "shop.py").read_text()
    assert "@mark.timeout(60)\n" in (tmp_path / "tests/test_shop.py").read_text()
    diff = check("--diff", "--unsafe-fixes", "--isolated", "--select", "CNC206,CNC503", ".", cwd=tmp_path)
    assert (diff.returncode, diff.stdout) == (0, "")
