"""Calls that are sent elsewhere are laid out as they were, and as a formatter would have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixing import fixed, refusals

HEAD = "import asyncio\nimport functools\n\nimport anyio\nimport requests\n\n\nasync def f(url, kwargs):\n"
LONG = "'https://example.org/a/path/that/is/long/and/longer'"
MIDDLING = "'https://example.org/a/path/that/is'"
UNDER = {
    "its own parenthesis": (
        "requests.get(url,\n                 timeout=3)",
        "await asyncio.to_thread(requests.get, url,\n                            timeout=3)",
    ),
    "a bracket further in": (
        "requests.get(url, params={'a': 1,\n                              'b': 2})",
        "await asyncio.to_thread(requests.get, url, params={'a': 1,\n"
        "                                                       'b': 2})",
    ),
    "nothing": (
        "requests.get(url, params={\n        'a': 1,\n    })",
        "await asyncio.to_thread(requests.get, url, params={\n        'a': 1,\n    })",
    ),
    "a string": (
        'requests.get(url,\n                 data="""\nx\n""", timeout=3)',
        'await asyncio.to_thread(requests.get, url,\n                            data="""\nx\n""", timeout=3)',
    ),
}
HANGING = {
    "one a line": (
        "requests.get(\n        url,\n        timeout=3,\n    )",
        "await asyncio.to_thread(\n        requests.get,\n        url,\n        timeout=3,\n    )",
    ),
    "without a last comma": (
        "requests.get(\n        url,\n        timeout=3\n    )",
        "await asyncio.to_thread(\n        requests.get,\n        url,\n        timeout=3,\n    )",
    ),
    "all on a line of their own": (
        f"requests.get(\n        {LONG}, timeout=3\n    )",
        f"await asyncio.to_thread(\n        requests.get, {LONG}, timeout=3\n    )",
    ),
    "too much for a line of their own": (
        f"requests.get(\n        {LONG}, params=kwargs, timeout=3\n    )",
        f"await asyncio.to_thread(\n        requests.get,\n        {LONG},\n        params=kwargs,\n"
        "        timeout=3,\n    )",
    ),
    "what is called next": (
        "page = requests.get(\n        url,\n        timeout=3,\n    ).json()",
        "page = (\n        await asyncio.to_thread(\n            requests.get,\n            url,\n"
        "            timeout=3,\n        )\n    ).json()",
    ),
}
PARTIAL = {
    "one a line": (
        "requests.get(\n        url,\n        params={\n            'a': 1,\n        },\n    )",
        "await anyio.to_thread.run_sync(\n        functools.partial(\n            requests.get,\n            url,\n"
        "            params={\n                'a': 1,\n            },\n        )\n    )",
    ),
    "too long": (
        f"requests.get({MIDDLING}, timeout=3)",
        f"await anyio.to_thread.run_sync(\n        functools.partial(requests.get, {MIDDLING}, timeout=3)\n    )",
    ),
    "in a comprehension": (
        f"page = [\n        each\n        for each in requests.get({MIDDLING}, timeout=3)\n    ]",
        "page = [\n        each\n        for each in await anyio.to_thread.run_sync(\n"
        f"            functools.partial(\n                requests.get, {MIDDLING}, timeout=3\n            )\n"
        "        )\n    ]",
    ),
}
CASES = {
    **{f"under {name}": (*case, "asyncio") for name, case in UNDER.items()},
    **{f"hanging, {name}": (*case, "asyncio") for name, case in HANGING.items()},
    **{f"partial, {name}": (*case, "anyio") for name, case in PARTIAL.items()},
}


@pytest.mark.parametrize(("before", "after", "offload"), CASES.values(), ids=list(CASES))
def test_layout(before: str, after: str, offload: str, tmp_path: Path) -> None:
    assert fixed(tmp_path, f"{HEAD}    {before}\n", "CNC102", offload=offload) == f"{HEAD}    {after}\n"


def test_a_line_that_would_be_too_long_is_left_to_people(tmp_path: Path) -> None:
    body = f"    print([requests.get({LONG}, params=kwargs)])\n"
    filled = "".join(f"X{number} = 1\n" for number in range(60))
    (said,) = refusals(tmp_path, HEAD + body + filled, "CNC102", offload="asyncio")
    assert "laid out by hand" in said
    chain = f"    page = requests.get({LONG}, timeout=3).text.strip().lower()\n"
    (said,) = refusals(tmp_path, HEAD + chain + filled, "CNC102", offload="asyncio")
    assert "laid out by hand" in said
    # Others are as long, or it is not known how long they are.
    others = f"Y = {'+'.join('y' * 57)}\n" * 4
    assert refusals(tmp_path, HEAD + body + others + filled, "CNC102", offload="asyncio") == [""]
    assert refusals(tmp_path, HEAD + body, "CNC102", offload="asyncio") == [""]


def test_the_lines_of_a_file_tell_how_long_they_may_be(tmp_path: Path) -> None:
    body = f"    page = requests.get({LONG}, timeout=3)\n"
    others = f"Y = {'+'.join('y' * 57)}\n" * 4
    assert f"page = await asyncio.to_thread(requests.get, {LONG}, timeout=3)\n" in fixed(
        tmp_path, HEAD + body + others, "CNC102", offload="asyncio"
    )
    assert "page = await asyncio.to_thread(\n" in fixed(tmp_path, HEAD + body, "CNC102", offload="asyncio")
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 80\n")
    assert "page = await asyncio.to_thread(\n" in fixed(tmp_path, HEAD + body + others, "CNC102", offload="asyncio")


SENT = "requests.post(first_address, second_address, third_address, fourth_address, fifth_address, sixth_address)"
DEEP = "import asyncio\nimport requests\n\n\nasync def f():\n{0}if True:\n{0}{0}page = {1}\n{0}{0}return page\n"


@pytest.mark.parametrize("step", ["\t", "  ", "    "])
def test_lines_are_set_in_as_the_file_is(step: str, tmp_path: Path) -> None:
    text = fixed(tmp_path, DEEP.format(step, SENT), "CNC102")
    lines = [line for line in text.splitlines() if line.startswith(step * 3)]
    assert lines
    assert all(line.removeprefix(step * 3)[0] not in " \t" for line in lines)


def test_a_function_of_several_lines_is_left_as_it_is_laid_out(tmp_path: Path) -> None:
    path = 'Path(\n        first_of_all_the_folders / "and_the_name_of_the_file_in_that_folder.txt"\n    )'
    source = "import asyncio\nfrom pathlib import Path\n\n\nasync def f(first_of_all_the_folders):\n"
    text = fixed(tmp_path, f"{source}    text = {path}.read_text()\n    return text\n", "CNC103")
    assert f"await asyncio.to_thread({path}.read_text)" in text
