"""`concurrency-lint catalogue`, run as a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import run

FOLDER = Path(__file__).parents[1] / "src" / "concurrency_lint" / "catalogue"


def listed(*arguments: str, cwd: Path) -> list[dict[str, object]]:
    found = run("concurrency-lint", "catalogue", *arguments, "--output-format", "json", cwd=cwd)
    assert found.returncode == 0, found.stderr
    records: list[dict[str, object]] = json.loads(found.stdout)
    return records


def test_every_file_is_a_line(tmp_path: Path) -> None:
    table = run("concurrency-lint", "catalogue", cwd=tmp_path)
    assert table.returncode == 0
    heading, *lines = table.stdout.splitlines()
    assert heading.split() == ["IMPORT", "LIBRARY", "BLOCKS", "OTHER", "ASYNC", "VERIFIED"]
    assert {line.split()[0] for line in lines} == {path.stem for path in FOLDER.glob("*.toml")}


def test_counts_are_those_of_the_entries(tmp_path: Path) -> None:
    (line,) = [each for each in listed(cwd=tmp_path) if each["import"] == "requests"]
    assert line["library"] == "requests"
    assert line["async"] == "httpx"
    assert line["blocks"] == len(listed("requests", cwd=tmp_path))


def test_entries_of_a_library(tmp_path: Path) -> None:
    entries = {each["name"]: each for each in listed("time", cwd=tmp_path)}
    sleep = entries["time.sleep"]
    assert (sleep["kind"], sleep["fix"]) == ("sleep", "await")
    assert sleep["condition"] == "unless argument 0 is 0"


def test_conditions_are_in_words(tmp_path: Path) -> None:
    entries = {each["name"]: each["condition"] for each in listed("duckdb", cwd=tmp_path)}
    assert entries["duckdb.connect"] == "if database is given; unless database is ':memory:'"
    entries = {each["name"]: each["condition"] for each in listed("redis", cwd=tmp_path)}
    assert entries["redis.Redis.scan_iter"] == "when iterated"


def test_advice_names_the_call(tmp_path: Path) -> None:
    entries = {each["name"]: each["instead"] for each in listed("slack_sdk", cwd=tmp_path)}
    assert "{name}" in str(entries["slack_sdk.WebClient.*"])
    assert str(entries["slack_sdk.webhook.WebhookClient.send"]).endswith(".send(...)`")


@pytest.mark.parametrize(("word", "name"), [("PIL", "PIL.Image.open"), ("pillow", "PIL.Image.open")])
def test_a_library_has_several_names(word: str, name: str, tmp_path: Path) -> None:
    assert name in {each["name"] for each in listed(word, cwd=tmp_path)}


def test_a_name_space_is_all_that_is_below_it(tmp_path: Path) -> None:
    roots = {str(each["name"]).rsplit(".", 2)[0] for each in listed("azure", cwd=tmp_path)}
    assert {"azure.storage.blob", "azure.cosmos"} <= roots


def test_a_library_of_which_nothing_blocks(tmp_path: Path) -> None:
    found = run("concurrency-lint", "catalogue", "json", cwd=tmp_path)
    assert (found.returncode, found.stdout) == (0, "nothing of json blocks, as far as the catalogue knows\n")


def test_an_unknown_library(tmp_path: Path) -> None:
    found = run("concurrency-lint", "catalogue", "reqests", cwd=tmp_path)
    assert found.returncode == 2
    assert found.stderr == (
        "concurrency-lint: error: no library `reqests` in the catalogue; did you mean `requests`?\n"
    )
