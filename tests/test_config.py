"""Configuration: where a project begins, what its file may say, and how mistakes are told."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from commands import write
from concurrency_lint.config import ConfigError, Settings, find_root, folders_among, load_settings
from concurrency_lint.config_schema import config_schema
from concurrency_lint.findings import Severity
from concurrency_lint.options import DEFAULT_EXCLUDE, OPTIONS, markdown_table, options_of
from concurrency_lint.rules.registry import all_rules
from concurrency_lint.selection import Layer, resolve

OURS = "[tool.concurrency-lint]\n"


@pytest.mark.parametrize("marker", ["pyproject.toml", "setup.cfg", "setup.py", ".git/HEAD"])
def test_root_is_the_nearest_folder_with_a_marker(tmp_path: Path, marker: str) -> None:
    write(tmp_path, {marker: "", "a/b/c.py": ""})
    assert find_root(tmp_path / "a/b/c.py") == tmp_path
    assert find_root(tmp_path / "a/b") == tmp_path
    assert find_root(tmp_path / "a/not_there/d.py") == tmp_path


def test_root_prefers_a_folder_that_configures_us(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": OURS, "a/pyproject.toml": "[project]\n", "a/b/setup.py": "", "a/b/c.py": ""})
    assert find_root(tmp_path / "a/b/c.py") == tmp_path


def test_a_module_called_setup_begins_no_project(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "app/__init__.py": "", "app/setup.py": "", "app/a.py": ""})
    assert find_root(tmp_path / "app/a.py") == tmp_path


def test_naming_us_as_a_dependency_configures_nothing(tmp_path: Path) -> None:
    inner = '[project]\ndependencies = ["concurrency-lint"]\n'
    write(tmp_path, {"pyproject.toml": OURS, "a/pyproject.toml": inner, "a/b.py": ""})
    assert find_root(tmp_path / "a/b.py") == tmp_path


@pytest.fixture
def unmarked(tmp_path: Path) -> Path:
    """A tree in which nothing says where a project begins."""
    return write(tmp_path, {"elsewhere/x.py": "", "app/main.py": "", "app/pkg/__init__.py": "", "app/pkg/sub/a.py": ""})


@pytest.mark.parametrize(
    ("here", "path", "named", "root"),
    [
        ("app", "app/pkg/sub/a.py", (), "app"),
        ("app", "app", ("app",), "app"),
        ("app/pkg", "app/pkg/sub/a.py", (), "app"),
        ("app/pkg/sub", "app/main.py", ("app",), "app"),
        ("app/pkg/sub", "app/pkg/sub/a.py", ("app",), "app"),
        ("app", "app/pkg/sub/a.py", ("app/pkg",), "app"),
        ("elsewhere", "app/main.py", (), "app"),
        ("elsewhere", "app/pkg/sub/a.py", ("app",), "app"),
        ("elsewhere", "app/pkg/sub/a.py", ("app/pkg",), "app"),
        ("elsewhere", "app/pkg/__init__.py", (), "app"),
        ("elsewhere", "app/pkg/sub/a.py", (), "app/pkg/sub"),
        ("elsewhere", "app/pkg/sub/a.py", ("elsewhere",), "app/pkg/sub"),
        ("/", "app/main.py", (), "app"),
        ("~", "app/main.py", (), "app"),
        ("/", "app/main.py", ("app",), "app"),
        (".", "app/main.py", ("app",), "."),
    ],
)
def test_root_where_no_folder_has_a_marker(
    unmarked: Path, monkeypatch: pytest.MonkeyPatch, here: str, path: str, named: tuple[str, ...], root: str
) -> None:
    monkeypatch.setenv("HOME", str(unmarked if here == "~" else unmarked / "elsewhere"))
    monkeypatch.chdir(Path(here).expanduser() if here == "~" else unmarked / here)
    found = find_root(unmarked / path, folders_among(unmarked / name for name in named))
    assert found == unmarked / root
    assert find_root(found) == found


def test_settings_need_only_root_and_codes_and_cross_processes() -> None:
    settings = Settings(root=Path("/x"), enabled=frozenset({"CNC101"}))
    assert settings.exclude == DEFAULT_EXCLUDE
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert hash(settings) == hash(pickle.loads(pickle.dumps(settings)))


def test_every_option_has_the_default_of_its_field() -> None:
    settings = Settings(root=Path("/x"), enabled=frozenset())
    for option in OPTIONS:
        assert getattr(settings, option.field) == option.default, option.name


def test_everything_that_can_be_configured(tmp_path: Path) -> None:
    text = """
[project]
name = "x"

[tool.concurrency-lint]
select = ["CNC1", "cnc900"]
extend-select = ["CNC110"]
ignore = ["CNC103"]
min-severity = "warning"
exclude = ["a"]
extend-exclude = ["b/c"]
force-exclude = true
src = ["lib"]
nonblocking = ["x.y"]

[tool.concurrency-lint.per-file-ignores]
"tests/*" = ["CNC101", "CNC2"]

[[tool.concurrency-lint.call]]
name = "acme.fetch"
kind = "http"
instead = "use `acme.aio`"
unless = [{ argument = "block", position = 0, equals = false }]

[[tool.concurrency-lint.offload]]
name = "acme.run"
position = 0
runs = "thread"

[[tool.concurrency-lint.decorator]]
name = "acme.job"
effect = "enqueue"

[[tool.concurrency-lint.class]]
name = "acme.Sub"
bases = ["acme.Base"]
"""
    write(tmp_path, {"pyproject.toml": text.replace('"CNC2"', '"CNC102"')})
    settings = load_settings(tmp_path)
    assert settings.select == ("CNC1", "CNC900")
    assert settings.min_severity is Severity.WARNING
    assert settings.per_file_ignores == (("tests/*", ("CNC101", "CNC102")),)
    assert (settings.exclude, settings.extend_exclude, settings.force_exclude) == (("a",), ("b/c",), True)
    assert (settings.src, settings.nonblocking) == (("lib",), ("x.y",))
    assert settings.catalogue.call[0].unless[0].equals is False
    assert settings.catalogue.offload[0].runs == "thread"
    assert settings.catalogue.decorator[0].effect == "enqueue"
    assert settings.catalogue.class_[0].bases == ("acme.Base",)
    assert "CNC103" not in settings.enabled
    assert "CNC110" in settings.enabled


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ('\nselct = ["CNC1"]', 3, "unknown key `selct` in [tool.concurrency-lint]; did you mean `select`?"),
        ('exclude = "a"', 2, "`exclude` must be a list of strings, not a string"),
        ('exclude = ["a", 1]', 2, "`exclude` must be a list of strings; 1 is an integer"),
        ("force-exclude = 1", 2, "`force-exclude` must be true or false, not an integer"),
        ('min-severity = "warn"', 2, "`min-severity` must be 'error', 'warning' or 'advice', not 'warn'"),
        ("select = [\n  'CNC101',\n  'CNC1O2',\n]", 4, "`select`: no rule has the code or prefix `CNC1O2`"),
        ('per-file-ignores = ["a"]', 2, '`per-file-ignores` must be a table of pattern = ["CODE", ...], not a list'),
        (
            'ignore = []\n[tool.concurrency-lint.per-file-ignores]\n"a" = ["CNC101"]\n"b" = ["CNX"]',
            5,
            "`per-file-ignores`: no rule has the code or prefix `CNX`",
        ),
        ('call = "x"', 2, "`call` must be written as [[tool.concurrency-lint.call]]"),
        (
            '[[tool.concurrency-lint.call]]\nname = "a"\n[[tool.concurrency-lint.call]]\nname = "b"\nkid = "http"',
            6,
            "call: unknown key `kid`; did you mean `kind`?",
        ),
        (
            '[[tool.concurrency-lint.call]]\nname = "a"\nkind = "htp"\ninstead = "x"',
            4,
            "call: invalid value 'htp'",
        ),
        ('[[tool.concurrency-lint.call]]\nname = "a"\nkind = "http"', 2, "call: an entry with `kind` needs `instead`"),
        ('[[tool.concurrency-lint.offload]]\nruns = "thread"', 2, "offload: give either `name`, or `of` with `names`"),
        (
            '[[tool.concurrency-lint.call]]\nname = "a"\nunless = [{argument = "b", equal = 1}]',
            4,
            "call.unless: unknown key `equal`; did you mean `equals`?",
        ),
        ("src = [", 2, "not valid TOML"),
    ],
)
def test_mistakes_name_file_line_and_the_way_out(tmp_path: Path, body: str, line: int, says: str) -> None:
    write(tmp_path, {"pyproject.toml": OURS + body + "\n"})
    with pytest.raises(ConfigError) as raised:
        load_settings(tmp_path)
    where, _, text = str(raised.value).partition(": ")
    assert where.startswith(f"{tmp_path}/pyproject.toml:{line}"), raised.value
    assert says in text


def test_another_file_can_be_named_and_none_read(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": OURS + "nonsense = 1\n", "other.toml": OURS + 'src = ["here"]\n'})
    assert load_settings(tmp_path, config=tmp_path / "other.toml").src == ("here",)
    assert load_settings(tmp_path, isolated=True).src == ("src", ".")
    with pytest.raises(ConfigError, match=r"missing\.toml: no such file or directory"):
        load_settings(tmp_path, config=tmp_path / "missing.toml")


def test_what_an_adapter_gives_wins(tmp_path: Path) -> None:
    text = 'select = ["CNC101"]\nextend-exclude = ["a"]\nmin-severity = "error"\n'
    write(tmp_path, {"pyproject.toml": OURS + text})
    settings = load_settings(tmp_path, {"min-severity": Severity.ADVICE, "extend-exclude": ("b",), "select": None})
    assert settings.min_severity is Severity.ADVICE
    assert settings.extend_exclude == ("a", "b")
    assert settings.enabled - {"CNC900"} == {"CNC101"}
    assert load_settings(tmp_path, {"select": ("CNC102",)}).enabled - {"CNC900"} == {"CNC102"}


def enabled(*layers: dict[str, Any]) -> set[str]:
    return {code for code in resolve([Layer(**layer) for layer in layers]) if code.startswith("CNC1")}


def test_selection_by_layers() -> None:
    on = {code for code, rule in all_rules().items() if code.startswith("CNC1") and not rule.opt_in}
    every = {code for code in all_rules() if code.startswith("CNC1")}
    assert {"CNC101", "CNC102"} <= on < every
    assert enabled({}) == on
    assert enabled({"ignore": ["CNC102"]}) == on - {"CNC102"}
    assert enabled({"extend_select": ["CNC110"]}) == on | {"CNC110"}
    assert enabled({"select": ["CNC1"]}) == every
    assert enabled({"select": ["ALL"], "ignore": ["CNC10"]}) == {c for c in every if not c.startswith("CNC10")}
    assert enabled({"select": ["CNC101"], "ignore": ["CNC1"]}) == {"CNC101"}
    assert enabled({"select": ["CNC1"], "ignore": ["CNC1"]}) == set()
    assert enabled({"ignore": ["CNC102"]}, {"select": ["CNC102"]}) == {"CNC102"}
    assert enabled({"select": ["CNC102"]}, {"extend_select": ["CNC101"]}) == {"CNC101", "CNC102"}
    assert enabled({"extend_select": ["CNC110"]}, {"ignore": ["CNC110"]}) == on
    assert enabled({"extend_select": ["CNC110"]}, {"ignore": ["CNC102"]}) == (on | {"CNC110"}) - {"CNC102"}


def test_a_file_that_cannot_be_read_is_reported_whatever_is_selected() -> None:
    assert "CNC900" in resolve([Layer(select=["CNC101"], ignore=["ALL", "CNC900"])])


def test_schema_knows_what_the_reader_knows(tmp_path: Path) -> None:
    validator = jsonschema.Draft202012Validator(config_schema())
    jsonschema.Draft202012Validator.check_schema(config_schema())
    assert validator.is_valid({"select": ["CNC1"], "call": [{"name": "a", "kind": "http", "instead": "b"}]})
    assert validator.is_valid({"class": [{"name": "a", "bases": ["b"]}], "per-file-ignores": {"a": ["CNC101"]}})
    assert not validator.is_valid({"selct": []})
    assert not validator.is_valid({"call": [{"nam": "a"}]})
    assert not validator.is_valid({"min-severity": "high"})
    assert json.dumps(config_schema())


def test_docs_table_has_every_option() -> None:
    table = markdown_table()
    for option in OPTIONS:
        assert f"| {option.name} |" in table
    for option in options_of("flake8"):
        assert f"`concurrency-lint-{option.name}`" in table
