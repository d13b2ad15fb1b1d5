"""`concurrency-lint m2m`: the document is brought into step, and what people wrote stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import run, write
from concurrency_lint.project.practices.documents import parse

TASKS = """\
from celery import shared_task
from kafka import KafkaProducer
from pydantic import BaseModel

producer = KafkaProducer()


class Placed(BaseModel):
    id: int


@shared_task
def build(number, request_id): ...


def placed(headers):
    producer.send("orders", Placed(id=1).model_dump_json().encode(), headers=headers)
"""
TABLE = """\
# Messages  \r
\r
|Name|  Purpose |Schema|Idempotency key | Owner\t|\r
|:---|---:|---|---|---|\r
|`build` | builds, *slowly* \\| at night |Number| request_id |  the  reports team|\r
|`gone_v0`|was here|X|y|nobody|\r
\r
Written by hand: ümläuts & 😀.\r
"""
HEADINGS = """\
# Messages

### build

- **Purpose**: builds
- **Schema**: Number
- **Idempotency key**: request_id
"""


def m2m(folder: Path, *arguments: str) -> tuple[int, str]:
    done = run("concurrency-lint", "m2m", *arguments, cwd=folder)
    return done.returncode, done.stdout + done.stderr


def project(folder: Path, document: bytes | None) -> Path:
    write(folder, {"pyproject.toml": "[project]\nname = 'a'\n", "tasks.py": TASKS})
    if document is not None:
        (folder / "m2m").mkdir()
        (folder / "m2m" / "README.md").write_bytes(document)
    return folder / "m2m" / "README.md"


ODD = {
    "none": None,
    "table": TABLE,
    "headings": HEADINGS,
    "empty": "",
    "blank lines": "\n\n",
    "byte order mark": "\ufeff",
    "mark and table": "\ufeff| name | purpose | schema | key |\r\n|---|---|---|---|\r\n| build | b | N | r |",
    "no final newline": "# M\n\n## build\n\nPurpose: x\nSchema: y\nKey: z",
    "nested list": "# M\n\n- **build**: nightly\n  - Schema: N\n  - Key: r\n- old\n  - Purpose: x\n",
    "underlined": "build\n-----\nPurpose: n\nSchema: N\nIdempotency key: r\n",
    "mixed ends": "# M\r\n\n| name | purpose | schema | key |\n|-|:-:|-|-|\r\n| **build** | b | N | r |\n\ntext\r\n",
    "form feed": "# M\x0c\u2028x\n\n| name | purpose | schema | key |\n|---|---|---|---|\n| build | b | N | r |\n",
    "prose": "# Notes\n\nWe send. Purpose: nobody's.\n\n- one thing\n- another: with colon\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_writing_twice_changes_nothing(text: str | None, tmp_path: Path) -> None:
    path = project(tmp_path, None if text is None else text.encode())
    assert m2m(tmp_path)[0] == 1
    assert m2m(tmp_path, "--write") == (0, "written: m2m/README.md\n")
    written = path.read_bytes()
    assert m2m(tmp_path, "--write") == (0, "")
    assert path.read_bytes() == written
    assert m2m(tmp_path, "--check") == (0, "")
    assert m2m(tmp_path, "--diff") == (0, "")
    assert all(line in written for line in (text or "").encode().splitlines() if b"|" not in line)
    found = [entry.name for entry in parse(written.decode()).entries]
    assert "orders" in found
    assert found.count("build") + found.count("tasks.build") == 1


def test_entries_go_to_the_table_of_their_kind(tmp_path: Path) -> None:
    head = "purpose | schema | idempotency key |\n|---|---|---|---|\n"
    path = project(tmp_path, f"| topic | {head}| x | a | b | c |\n\n| task | {head}| y | a | b | c |\n".encode())
    m2m(tmp_path, "--write")
    lines = path.read_text().splitlines()
    names = [line.split("|")[1].strip() for line in lines if line]
    assert names == ["topic", "---", "x", "`orders`", "task", "---", "y", "`tasks.build`"]


def test_what_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    path = project(tmp_path, "# über".encode("latin-1"))
    code, said = m2m(tmp_path, "--write")
    assert code == 2
    assert "is not UTF-8" in said
    assert path.read_bytes() == "# über".encode("latin-1")


def test_hand_written_lines_keep_every_byte(tmp_path: Path) -> None:
    path = project(tmp_path, TABLE.encode())
    m2m(tmp_path, "--write")
    before, after = TABLE.encode().split(b"\r\n"), path.read_bytes().split(b"\r\n")
    added = [line for line in after if line not in before]
    assert [line for line in after if line in before] == [line for line in before if b"gone_v0" not in line]
    assert added == [
        b"|`gone_v0`|was here|X|y|nobody| <!-- stale: no longer in the code -->",
        b"| `orders` | | `Placed` | | |",
    ]


def test_a_new_document_says_what_the_code_tells(tmp_path: Path) -> None:
    path = project(tmp_path, None)
    m2m(tmp_path, "--write")
    assert path.read_text(encoding="utf-8").splitlines()[2:] == [
        "| name | kind | purpose | schema | idempotency key | file |",
        "| --- | --- | --- | --- | --- | --- |",
        "| `tasks.build` | task | | | `request_id` | tasks.py |",
        "| `orders` | topic | | `Placed` | | tasks.py |",
    ]


def test_a_mark_goes_where_the_name_comes_back(tmp_path: Path) -> None:
    path = project(tmp_path, TABLE.encode())
    m2m(tmp_path, "--write")
    write(tmp_path, {"old.py": "NAME = 'gone_v0'\n"})
    m2m(tmp_path, "--write")
    assert b"stale" not in path.read_bytes()


def test_the_difference_is_shown_and_nothing_written(tmp_path: Path) -> None:
    path = project(tmp_path, TABLE.encode())
    code, text = m2m(tmp_path, "--diff")
    assert code == 1
    assert "+| `orders` | | `Placed` | | |" in text
    assert path.read_bytes() == TABLE.encode()


@pytest.mark.parametrize(
    ("text", "names", "missing"),
    [
        ("| queue | what for | payload | replay key |\n|---|---|---|---|\n| `a`, `b` | x | y | z |", ["a", "b"], ()),
        ("| server | port |\n|---|---|\n| mx | 25 |", [], ()),
        ("## Queue: `a`\n\n**Purpose:** x\n**Schema:** y\n**Idempotency key:** z", ["a"], ()),
        ("## a\n* Purpose - x\n", [], ()),
        ("## a\n* Purpose: x\n* Schema: TBD\n", ["a"], ("schema", "idempotency key")),
        ("```\n## a\n- Purpose: x\n```\n", [], ()),
        ("- `a`: does\n  - Schema: y\n  - Key: z\n", ["a"], ()),
        (
            "- **a**\n  - Purpose: x\n  - Schema: y\n- b\n  - Purpose: x\n  - Schema: y\n",
            ["a", "b"],
            ("idempotency key",),
        ),
        ("## a\n\n| | |\n|-|-|\n| Purpose | x |\n| Schema | y |\n| Key | z |\n", ["a"], ()),
        ("**a**\n\nPurpose: x\nSchema: y\nKey: z\n", ["a"], ()),
        ("a\n===\nPurpose: x\nSchema: y\nKey: z\n", ["a"], ()),
        ("## [a](a.md)\n- Purpose: x\n- Payload: y\n- Dedup: z\n", ["a"], ()),
    ],
)
def test_what_people_write_is_read(text: str, names: list[str], missing: tuple[str, ...]) -> None:
    entries = parse(text).entries
    assert [entry.name for entry in entries] == names
    assert all(entry.missing == missing for entry in entries)
