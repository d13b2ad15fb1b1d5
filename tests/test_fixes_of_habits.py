"""How a project sends work elsewhere decides how fixes do: what it calls everywhere is used, or told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixing import fixed, refusals

SOURCE = "import requests\n\n\nasync def f(url):\n    return requests.get(url, timeout=3).json()\n"
OWN = """\
class Core:
    def {name}(self, target, *args):
        return self.loop.run_in_executor({pool}, target, *args)


def use(core):
{uses}
"""


def test_a_module_that_adapts_functions_goes_on_doing_so(tmp_path: Path) -> None:
    source = "import requests\nfrom asgiref.sync import sync_to_async\n\n\nasync def f(url):\n    {}\n"
    text = fixed(tmp_path, source.format("return requests.get(url, timeout=3)"), "CNC102")
    assert text == source.format("return await sync_to_async(requests.get)(url, timeout=3)")
    text = fixed(tmp_path, source.format("return requests.get(url).json()"), "CNC102")
    assert text == source.format("return (await sync_to_async(requests.get)(url)).json()")
    text = fixed(tmp_path, source.format("return requests.Session().get('http://a')"), "CNC102")
    assert text == source.format("return await sync_to_async(requests.Session().get)('http://a')")
    long = source.format(f"return requests.get(url, params={{'q': '{'a' * 60}'}})") + "\n\nX = 1\n" * 20
    assert "too long" in refusals(tmp_path, long, "CNC102")[0]


def test_a_module_that_adapts_functions_sleeps_on_the_loop(tmp_path: Path) -> None:
    source = "import time\nfrom asgiref.sync import sync_to_async\n\n\nasync def f(url):\n    time.sleep(url)\n"
    assert "await asyncio.sleep(url)" in fixed(tmp_path, source, "CNC101")


def test_what_the_project_does_everywhere_is_done_here(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("anyio\n")
    assert "await anyio.to_thread.run_sync(functools.partial(" in fixed(tmp_path, SOURCE, "CNC102")
    use = "import asyncio\n\n\nasync def g(f):\n" + "    await asyncio.to_thread(f)\n" * 3
    (tmp_path / "other.py").write_text(use)
    assert "await asyncio.to_thread(requests.get, url, timeout=3)" in fixed(tmp_path, SOURCE, "CNC102")
    (tmp_path / "more.py").write_text("async def g(to_thread, f):\n" + "    await to_thread.run_sync(f)\n" * 2)
    assert "await anyio.to_thread.run_sync(" in fixed(tmp_path, SOURCE, "CNC102")
    assert "await asyncio.to_thread(" in fixed(tmp_path, SOURCE, "CNC102", offload="asyncio")


def test_a_way_of_the_project_is_told_of(tmp_path: Path) -> None:
    def core(uses: int, pool: str = "None") -> None:
        called = "    core.add_job(use)\n" * uses
        (tmp_path / "core.py").write_text(OWN.format(name="add_job", pool=pool, uses=called))

    core(25)
    (said,) = refusals(tmp_path, SOURCE, "CNC102")
    assert "the project sends such work elsewhere with `add_job`" in said
    core(25, "self.pool")
    assert "with `add_job`" in refusals(tmp_path, SOURCE, "CNC102")[0]
    assert refusals(tmp_path, SOURCE, "CNC102", offload="asyncio") == [""]
    core(3)
    assert refusals(tmp_path, SOURCE, "CNC102") == [""]


def test_a_function_that_does_its_own_work_elsewhere_is_no_such_way(tmp_path: Path) -> None:
    lines = "class Core:\n    def load(self, url, *args):\n        return self.loop.run_in_executor(None, get, *args)\n"
    (tmp_path / "core.py").write_text(lines + "\n\ndef use(core):\n" + "    core.load(1)\n" * 25)
    assert refusals(tmp_path, SOURCE, "CNC102") == [""]


def test_a_way_of_the_module_is_told_of(tmp_path: Path) -> None:
    wrapper = (
        "import asyncio\n\n\nasync def run(function, *args):\n    return await asyncio.to_thread(function, *args)\n"
    )
    (tmp_path / "threads.py").write_text(wrapper)
    source = (
        "import requests\n\nfrom threads import run as _run\n\n\nasync def f(url):\n{}    return requests.get(url)\n"
    )
    (said,) = refusals(tmp_path, source.format("    await _run(print, url)\n" * 3), "CNC102")
    assert "elsewhere with `_run`" in said
    assert refusals(tmp_path, source.format("    await _run(print, url)\n"), "CNC102") == [""]
    assert refusals(tmp_path, SOURCE, "CNC102") == [""]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", '[project]\nname = "x"\nrequires-python = ">={}.1,<3.12"\n'),
        ("pyproject.toml", '[tool.poetry.dependencies]\npython = "^{}"\n'),
        ("setup.cfg", "[options]\npython_requires = >={}\n"),
        ("setup.py", 'setup(\n    python_requires=">={}",\n)\n'),
    ],
)
def test_what_the_oldest_python_lacks_is_not_written(tmp_path: Path, name: str, text: str) -> None:
    body = "    loop = asyncio.get_running_loop()\n    await loop.run_in_executor(None, g)\n"
    raw = f"import asyncio\n\n\nasync def f(g):\n{body}"
    (tmp_path / name).write_text(text.format("3.8"))
    for source, code in ((SOURCE, "CNC102"), (raw, "CNC405")):
        (said,) = refusals(tmp_path, source, code)
        assert "runs on Python 3.8, too, which has no `asyncio.to_thread`" in said
    (tmp_path / name).write_text(text.format("3.9"))
    assert refusals(tmp_path, SOURCE, "CNC102") == [""]
    assert refusals(tmp_path, raw, "CNC405") == [""]


def test_a_library_brings_its_threads_to_old_pythons(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\nrequires-python = ">=3.8"\ndependencies = ["anyio"]\n'
    )
    assert "await anyio.to_thread.run_sync(" in fixed(tmp_path, SOURCE, "CNC102")


def test_what_waits_for_an_interrupt_stays_in_the_main_thread(tmp_path: Path) -> None:
    source = (
        "def confirmed(text):\n    try:\n        return input(text)\n    except {}:\n        return ''\n\n\n"
        "async def f():\n    return confirmed('sure?')\n"
    )
    (said,) = refusals(tmp_path, source.format("(KeyboardInterrupt, EOFError)"), "CNC109")
    assert "`confirmed` waits for Ctrl-C" in said
    assert refusals(tmp_path, source.format("EOFError"), "CNC109") == [""]


@pytest.mark.parametrize("code", ["CNC101", "CNC102"])
def test_the_loop_of_another_library_is_not_asyncio(tmp_path: Path, code: str) -> None:
    source = "import requests\nimport time\n\n\nasync def page(url):\n    time.sleep(1)\n    return requests.get(url)\n"
    project = '[project]\nname = "hub"\nversion = "1"\ndependencies = ["Twisted[tls]>=21", "requests"]\n'
    assert refusals(tmp_path, source, code) == [""]
    (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    assert "the project uses Twisted, whose loop may be the one" in refusals(tmp_path, source, code)[0]
    assert refusals(tmp_path, f"import asyncio\n{source}", code) == [""]


@pytest.mark.parametrize(("folder", "copied"), [("_vendor", True), ("lib/third_party", True), ("vendors_api", False)])
def test_what_others_have_written_is_left_to_them(tmp_path: Path, folder: str, *, copied: bool) -> None:
    source = "import time\n\n\nasync def f():\n    time.sleep(1)\n"
    (said,) = refusals(tmp_path, source, "CNC101", path=f"{folder}/app.py")
    assert ("a copy of another project's code" in said) is copied


ENDING = (
    "import anyio\nimport asyncio\nfrom pathlib import Path\n\n\nclass Shop:\n    async def {}(self):\n        {}\n"
)
SENT = "loop = asyncio.get_running_loop()\n        await loop.run_in_executor(None, self.write, 1)"


@pytest.mark.parametrize("body", [SENT, "Path('pages').unlink()"])
def test_what_ends_something_is_begun_even_when_cancelled(tmp_path: Path, body: str) -> None:
    codes = ("CNC103", "CNC405", "CNC110")
    for name in ("__aexit__", "aclose"):
        assert "where it would not be begun" in refusals(tmp_path, ENDING.format(name, body), *codes)[0]
        assert refusals(tmp_path, ENDING.format(name, body).replace("import anyio\n", ""), *codes) == [""]
    assert refusals(tmp_path, ENDING.format("write", body), *codes) == [""]


def test_a_loop_that_only_an_inner_function_used(tmp_path: Path) -> None:
    source = "import asyncio\n\n\nasync def load(path):\n    loop = asyncio.get_running_loop()\n\n"
    source += "    async def inner():\n        return await loop.run_in_executor(None, open, path)\n\n"
    source += "    return await inner()\n"
    text = fixed(tmp_path, source, "CNC405")
    assert "loop" not in text
    assert "await asyncio.to_thread(open, path)" in text
