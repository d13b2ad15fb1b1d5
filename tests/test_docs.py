"""The documents are in step with the source, and what they show is what happens."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import jsonschema
import pytest

from commands import check, run, write
from concurrency_lint.config import Settings, load_settings
from concurrency_lint.config_schema import config_schema
from concurrency_lint.engine import check_files
from concurrency_lint.findings import Finding
from concurrency_lint.rules.documentation import example
from concurrency_lint.rules.registry import Rule, all_rules
from documents import PAGES, blocks, page, script

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

RULES = list(all_rules().values())
ABOUT_DOCUMENTS = {"CNC304", "CNC305", "CNC306"}
"""Rules about a document that an example of one module has none of."""

per_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
render_docs = script("render_docs")
TABLES_IN_DOCS = [
    (name, text)
    for name in ("README.md", "docs/configuration.md", "docs/integrations.md")
    for text in blocks(name, "toml")
]


@pytest.mark.parametrize("name", list(render_docs.rendered()))
def test_generated_text_is_in_step(name: str) -> None:
    assert page(name) == render_docs.rendered()[name], "run `python scripts/render_docs.py`"


def test_the_command_prints_the_page(tmp_path: Path) -> None:
    assert run("concurrency-lint", "rules", "--output-format", "markdown", cwd=tmp_path).stdout == page("docs/rules.md")


@per_rule
def test_every_rule_has_an_anchor_and_a_section(rule: Rule) -> None:
    text = page("docs/rules.md")
    assert text.count(f'<a id="{rule.code.lower()}"></a>\n\n## {rule.code} {rule.name}\n') == 1
    assert rule.url.endswith(f"#{rule.code.lower()}")
    assert f"[{rule.code}](#{rule.code.lower()})" in text


@per_rule
def test_bad_is_reported_and_nothing_else(rule: Rule, tmp_path: Path) -> None:
    source = example(rule, "Bad")
    assert source, f"{rule.code} has no Bad block"
    assert {finding.code for finding in lint(source, rule, tmp_path)} == {rule.code}


@per_rule
def test_good_is_not_reported(rule: Rule, tmp_path: Path) -> None:
    source = example(rule, "Good")
    assert source, f"{rule.code} has no Good block"
    assert lint(source, rule, tmp_path) == []


@per_rule
def test_good_is_not_reported_by_another_rule(rule: Rule, tmp_path: Path) -> None:
    # A few lines with a task cannot have all that the rules on tasks ask of a project.
    others = frozenset(code for code in all_rules() if not code.startswith("CNC2")) - {"CNC504"}
    everything = Settings(root=tmp_path, enabled=others - ABOUT_DOCUMENTS)
    name = rule.document or file_of(example(rule, "Good"))
    write(tmp_path, {name: example(rule, "Good"), **_module(rule)})
    path = tmp_path / ("example.py" if rule.document else name)
    assert check_files([path], everything).findings == []


@per_rule
def test_an_explanation_has_bad_good_and_limits_in_this_order(rule: Rule) -> None:
    assert re.findall(r"^(Bad|Good|Limits):", rule.text, re.MULTILINE) == ["Bad", "Good", "Limits"]


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_links_within_the_repository_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        file, _, anchor = target.partition("#")
        if "://" in target:
            continue
        linked = path.parent / file if file else path
        assert linked.exists(), f"{path.name}: {target}"
        if anchor:
            assert f'<a id="{anchor}"></a>' in linked.read_text(encoding="utf-8"), f"{path.name}: {target}"


@pytest.mark.parametrize(("name", "text"), TABLES_IN_DOCS, ids=[name for name, _ in TABLES_IN_DOCS])
def test_configuration_shown_is_valid(name: str, text: str, tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": text})
    assert load_settings(tmp_path).root == tmp_path
    jsonschema.validate(tomllib.loads(text)["tool"]["concurrency-lint"], config_schema())


def test_what_the_readme_quotes_stands_in_the_example() -> None:
    quoted = blocks("README.md", "python")[0]
    assert quoted in page("examples/shop/app/routes/orders.py")


def test_the_comments_shown_silence_what_they_are_shown_to_silence(tmp_path: Path) -> None:
    shown = blocks("docs/configuration.md", "python")[0]
    write(tmp_path, {"silent.py": shown, "loud.py": re.sub(r"  # noqa.*", "", shown)})
    assert check("silent.py", cwd=tmp_path).returncode == 0
    loud = check("loud.py", "--output-format", "concise", "-q", cwd=tmp_path).stdout.splitlines()
    assert [line.split(" ")[1] for line in loud] == ["CNC102", "CNC102"]


def test_the_entries_shown_make_a_library_known(tmp_path: Path) -> None:
    source = """\
import ledger
import platform_kit

def book(client: ledger.Client):
    client.post(1)

async def handler():
    client = ledger.connect()
    client.balance()  # reported
    for entry in client.stream():  # reported
        print(entry)
    for entry in client.stream(block=False):
        print(entry)
    platform_kit.in_background(book, client)
    book(client)  # reported

@platform_kit.threaded
def in_thread():
    ledger.connect().balance()

@platform_kit.on_message
def on_message():
    ledger.connect().balance()  # reported

async def other():
    in_thread()
"""
    compare_with_marks(source, tmp_path)


def test_the_entries_shown_make_an_argument_known(tmp_path: Path) -> None:
    source = """\
import ledger

def book(client):
    client.post(1)

async def handler():
    book(ledger.connect())  # reported
"""
    compare_with_marks(source, tmp_path)


def compare_with_marks(source: str, folder: Path) -> None:
    """Check `source` with the entries that docs/configuration.md shows, against its `# reported` marks."""
    entries = [text for text in blocks("docs/configuration.md", "toml") if "[[tool" in text]
    write(folder, {"pyproject.toml": "\n".join(entries), "app.py": source})
    done = check("app.py", "--output-format", "concise", "-q", cwd=folder)
    reported = [int(line.split(":")[1]) for line in done.stdout.splitlines()]
    marked = [number for number, line in enumerate(source.splitlines(), start=1) if line.endswith("# reported")]
    assert reported == marked, done.stdout + done.stderr


def _module(rule: Rule) -> dict[str, str]:
    """What stands beside an example that is no Python."""
    return {"example.py": "EXAMPLE = True\n"} if rule.document else {}


def lint(source: str, rule: Rule, folder: Path) -> list[Finding]:
    """What the one rule says of a module with this source."""
    name = rule.document or file_of(source)
    path = write(folder, {name: source + "\n"}) / name
    if rule.document:
        write(folder, {"example.py": 'from celery import Celery\n\napp = Celery("example")\n'})
        path = folder / "example.py"
    elif path.suffix == ".md":
        # A document stands in comments, beside a module that has these names.
        lines = [line.removeprefix("# ") for line in source.splitlines()[1:]]
        write(folder, {name: "\n".join(lines) + "\n", "app.py": 'names = ["orders.placed", "build_report"]\n'})
        path = folder / "app.py"
    also = {"CNC101"} if rule.code == "CNC901" else set()
    return check_files([path], Settings(root=folder, enabled=frozenset({rule.code, *also}))).findings


def file_of(source: str) -> str:
    """The file that an example stands in, where its first line says so."""
    first = source.partition("\n")[0]
    return first.removeprefix("# ") if first.endswith((".py", ".md")) else "example.py"
