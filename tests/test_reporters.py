"""Reports of findings made by hand, compared whole; the JSON against its published schema."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

import concurrency_lint.reporters
from concurrency_lint.findings import Finding, Severity, Span, Step, Summary
from concurrency_lint.reporters import concise, full, json as json_report, statistics
from concurrency_lint.reporters.paths import PathNames
from concurrency_lint.reporters.terminal import Palette, one_line, visible, wants_colour, width

NAMES = PathNames("/work/shop")
PLAIN = Palette(enabled=False)
MAIN = [*[""] * 10, "async def get_user(user_id):", "    return services.load(user_id)"]


def span_of(text: str, part: str, line: int) -> Span:
    start = text.index(part)
    return Span(line, start, line, start + len(part))


def chained() -> Finding:
    steps = (
        ("app/main.py", 12, "    return services.load(user_id)", "services.load(user_id)", "app.services.load"),
        ("app/services.py", 7, "    user = models.User(fetch(url))", "fetch(url)", "app.repo.fetch"),
        ("app/repo.py", 5, "    answer = x(requests.get(url))", "requests.get(url)", "requests.get"),
    )
    chain = tuple(
        Step(f"/work/shop/{path}", span_of(source, text, line), text, target)
        for path, line, source, text, target in steps
    )
    return Finding(
        code="CNC102",
        name="blocking-http",
        severity=Severity.ERROR,
        message="`requests.get` blocks the event loop, via load() -> fetch(); "
        "use `httpx.AsyncClient` or offload `load`",
        path="/work/shop/app/main.py",
        span=chain[0].span,
        symbol="app.main.get_user",
        help="use `httpx.AsyncClient`, or offload `load`",
        url="https://example.org/rules.html#cnc102",
        sink="requests.get",
        chain=chain,
    )


def at(span: Span, severity: Severity = Severity.ERROR, **changes: Any) -> Finding:
    words: dict[str, Any] = {
        "code": "CNC201",
        "name": "some-rule",
        "message": "wrong; do it right",
        "path": "/work/shop/a.py",
        "symbol": "a",
        "help": "do it right",
        "url": "u",
    }
    return Finding(severity=severity, span=span, **{**words, **changes})


def as_full(finding: Finding, source: list[str]) -> str:
    return "\n".join(full.lines([finding], NAMES, PLAIN, lambda path: source))


def test_concise() -> None:
    assert list(concise.lines([chained()], NAMES, PLAIN)) == [
        "app/main.py:12:12: CNC102 `requests.get` blocks the event loop, via load() -> fetch(); "
        "use `httpx.AsyncClient` or offload `load`"
    ]


def test_full_shows_source_span_chain_and_help() -> None:
    assert as_full(chained(), MAIN) == (
        "app/main.py:12:12: CNC102 `requests.get` blocks the event loop, via load() -> fetch(); "
        "use `httpx.AsyncClient` or offload `load`\n"
        "   |\n"
        "12 |     return services.load(user_id)\n"
        "   |            ^^^^^^^^^^^^^^^^^^^^^^\n"
        "   |\n"
        "   = app/main.py:12     services.load(user_id) -> app.services.load\n"
        "   = app/services.py:7  fetch(url) -> app.repo.fetch\n"
        "   = app/repo.py:5      requests.get(url) -> requests.get\n"
        "   = help: use `httpx.AsyncClient`, or offload `load`\n"
    )


def test_full_counts_cells_not_characters() -> None:
    line = '\tx = "é😀日本e\u0301"; f(x)'
    assert as_full(at(span_of(line, "f(x)", 1), Severity.WARNING), [line]) == (
        "a.py:1:16: CNC201 wrong; do it right\n"
        "  |\n"
        '1 |     x = "é😀日本e\u0301"; f(x)\n'
        "  |                     ^^^^ warning\n"
        "  |\n"
        "  = help: do it right\n"
    )


def test_full_shows_a_span_of_several_lines() -> None:
    source = ["def f():", "    x = get(", "        url,", "    )"]
    assert as_full(at(Span(2, 8, 4, 5)), source) == (
        "a.py:2:9: CNC201 wrong; do it right\n"
        "  |\n"
        "2 |       x = get(\n"
        "  |  _________^\n"
        "3 | |         url,\n"
        "4 | |     )\n"
        "  | |_____^\n"
        "  |\n"
        "  = help: do it right\n"
    )


def test_full_leaves_out_the_middle_of_a_long_span() -> None:
    source = ["f(", *(f"    {number}," for number in range(2, 12)), ")"]
    shown = as_full(at(Span(1, 0, 12, 1), Severity.ADVICE), source)
    assert shown == (
        "a.py:1:1: CNC201 wrong; do it right\n"
        "   |\n"
        " 1 |   f(\n"
        "   |  _^\n"
        " 2 | |     2,\n"
        " 3 | |     3,\n"
        "   | | ...\n"
        "10 | |     10,\n"
        "11 | |     11,\n"
        "12 | | )\n"
        "   | |_^ advice\n"
        "   |\n"
        "   = help: do it right\n"
    )


def test_full_cuts_a_line_that_is_too_long_around_the_span() -> None:
    line = "a" * 1000 + " f(x) " + "b" * 1000
    shown = as_full(at(span_of(line, "f(x)", 1)), [line]).splitlines()
    assert len(shown[2]) < 200
    assert shown[2][shown[3].index("^") :].startswith("f(x) bbb")
    assert shown[3].count("^") == 4


@pytest.mark.parametrize(
    "span", [Span(9, 0, 9, 1), Span(1, 0, 1, 0), Span(1, 50, 1, 60), Span(1, 0, 9, 0), Span(2, 0, 2, 1)]
)
def test_full_survives_a_file_that_changed_meanwhile(span: Span) -> None:
    shown = as_full(at(span), ["x = 1", ""])
    assert shown.startswith(f"a.py:{span.line}:{span.column + 1}: CNC201 wrong")
    assert shown.endswith("= help: do it right\n")


def test_full_when_there_is_no_source() -> None:
    assert as_full(at(Span(1, 0, 1, 1)), []) == "a.py:1:1: CNC201 wrong; do it right\n  = help: do it right\n"


def test_nothing_in_a_repository_reaches_the_terminal_as_control() -> None:
    line = 'f("\x1b[2J\u202e\x07\x9b")'
    shown = as_full(at(span_of(line, line, 1), message="a\x1b[31m\nb", path="/work/shop/\x1b[1m.py"), [line])
    assert not any(ord(character) < 32 and character != "\n" for character in shown)
    assert not {"\x9b", "\u202e"} & set(shown)
    assert shown.splitlines()[0] == "␛[1m.py:1:1: CNC201 a␛[31m b"
    assert len(shown.splitlines()[2]) == len(shown.splitlines()[3])


def test_colour_only_adds_to_the_text() -> None:
    coloured = "\n".join(full.lines([chained()], NAMES, Palette(enabled=True), lambda path: MAIN))
    assert coloured != as_full(chained(), MAIN)
    assert click.unstyle(coloured) == as_full(chained(), MAIN)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "on_terminal", "elsewhere"),
    [
        ({}, True, False),
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_when_colour_is_used(environment: dict[str, str], on_terminal: bool, elsewhere: bool) -> None:
    assert wants_colour(Terminal(), environment) is on_terminal
    assert wants_colour(io.StringIO(), environment) is elsewhere


def test_width_agrees_with_what_is_printed() -> None:
    assert width("a\tb") == len(visible("a\tb")) == 6
    assert width("日本") == 4
    assert width("e\u0301") == 1
    assert one_line("a\n   b\tc") == "a b c"


def test_statistics_are_sorted_by_count() -> None:
    findings = [chained(), *[at(Span(1, 0, 1, 1))] * 11, at(Span(1, 0, 1, 1), code="CNC101", name="blocking-sleep")]
    assert statistics.lines(findings) == ["11 CNC201 some-rule", " 1 CNC101 blocking-sleep", " 1 CNC102 blocking-http"]
    assert statistics.lines([]) == []


@pytest.mark.parametrize(
    ("cwd", "named", "path", "shown"),
    [
        ("/w", ["."], "/w/a/b.py", "a/b.py"),
        ("/w", ["/w/a"], "/w/a/b.py", "a/b.py"),
        ("/w/a", ["../b"], "/w/b/c.py", "../b/c.py"),
        ("/w/a", ["../b/c.py"], "/w/b/c.py", "../b/c.py"),
        ("/w/a", ["/w/b"], "/w/b/c.py", "/w/b/c.py"),
        ("/w/a", [".."], "/w/b/c.py", "../b/c.py"),
        ("/w/a", ["../b", "/w"], "/w/b/c.py", "../b/c.py"),
        ("/w/a", ["x"], "/w/b/c.py", "/w/b/c.py"),
        ("/", ["w"], "/w/b.py", "w/b.py"),
        ("/w", [], "/w/bad\udcff.py", "bad\ufffd.py"),
    ],
)
def test_paths_are_relative_or_as_named(cwd: str, named: list[str], path: str, shown: str) -> None:
    assert PathNames(cwd, named).show(path) == shown


def parsed(findings: list[Finding]) -> dict[str, Any]:
    summary = Summary(files=3, functions=20, call_sites=70, unknown_on_loop=4)
    report: dict[str, Any] = json.loads(json_report.render(findings, summary, NAMES))
    return report


def test_json_is_the_contract() -> None:
    report = parsed([chained()])
    assert list(report) == ["version", "findings", "summary"]
    assert report["version"] == 1
    assert report["findings"] == [
        {
            "code": "CNC102",
            "name": "blocking-http",
            "severity": "error",
            "message": "`requests.get` blocks the event loop, via load() -> fetch(); "
            "use `httpx.AsyncClient` or offload `load`",
            "path": "app/main.py",
            "line": 12,
            "column": 12,
            "end_line": 12,
            "end_column": 34,
            "symbol": "app.main.get_user",
            "help": "use `httpx.AsyncClient`, or offload `load`",
            "url": "https://example.org/rules.html#cnc102",
            "sink": "requests.get",
            "chain": [
                {"path": "app/main.py", "line": 12, "column": 12, "text": "services.load(user_id)"},
                {"path": "app/services.py", "line": 7, "column": 24, "text": "fetch(url)"},
                {"path": "app/repo.py", "line": 5, "column": 16, "text": "requests.get(url)"},
            ],
            "fix": None,
        }
    ]
    keys = "code name severity message path line column end_line end_column symbol help url sink chain fix"
    assert list(report["findings"][0]) == keys.split()
    assert report["summary"] == {
        "files": 3,
        "functions": 20,
        "call_sites": 70,
        "findings": {"CNC102": 1},
        "unknown_on_loop": 4,
    }
    assert list(report["summary"]) == ["files", "functions", "call_sites", "findings", "unknown_on_loop"]


def test_json_satisfies_the_schema_in_the_package() -> None:
    shipped = Path(concurrency_lint.reporters.__path__[0]) / "findings.schema.json"
    schema = json.loads(shipped.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    report = parsed([chained(), at(Span(1, 0, 1, 1), Severity.ADVICE)])
    validator.validate(report)
    for key in report["findings"][0]:
        without = {**report, "findings": [{k: v for k, v in report["findings"][0].items() if k != key}]}
        assert not validator.is_valid(without), key
    assert not validator.is_valid({**report, "version": 2})
    assert not validator.is_valid({**report, "findings": [{**report["findings"][0], "column": 0}]})
    assert not validator.is_valid({**report, "findings": [{**report["findings"][0], "severity": "high"}]})


def test_the_schema_in_the_package_is_the_one_the_report_is_written_by() -> None:
    shipped = Path(concurrency_lint.reporters.__path__[0]) / "findings.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == json.loads(json.dumps(json_report.schema()))


def test_the_example_in_the_docs_satisfies_the_schema() -> None:
    text = (Path(__file__).parents[1] / "docs/json.md").read_text(encoding="utf-8")
    example = json.loads(text.split("```json\n", 1)[1].split("```", 1)[0])
    jsonschema.Draft202012Validator(json_report.schema()).validate(example)
    for key in [*example["findings"][0], *example["summary"]]:
        assert f"`{key}`" in text.rsplit("```", 1)[1], key


def test_json_keeps_to_unicode() -> None:
    report = parsed([at(Span(1, 0, 1, 1), message="lone \udc80 surrogate", path="/work/shop/\udcff.py")])
    assert report["findings"][0]["message"] == "lone ? surrogate"
    assert report["findings"][0]["path"] == "\ufffd.py"
