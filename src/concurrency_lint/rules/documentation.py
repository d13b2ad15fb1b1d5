"""The rules as a page of Markdown: a table, and a section for each rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from concurrency_lint.rules.registry import Rule

_EXAMPLE = re.compile(r"(Bad|Good):")
_CODE_INDENT = "    "

_INTRODUCTION = """\
# Rules

`concurrency-lint explain CODE` prints one of these, `concurrency-lint rules` lists them.
A rule that is *opt-in* runs when a selection names it or a prefix of it: `--select CNC1`, `--extend-select CNC110`.
The column *fix* says how far a rewrite can be trusted: *safe* keeps what the code does, *unsafe* wants a second look.
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """docs/rules.md: every rule, in the order given."""
    every = list(rules)
    return "\n".join([_INTRODUCTION, *_table(every), "", *(_section(rule) for rule in every)])


def example(rule: Rule, word: str) -> str:
    """The code under `Bad:` or `Good:` in the rule's explanation; empty where there is none."""
    return "\n".join(line for kind, line in _classified(rule.text.splitlines()) if kind == word).strip("\n")


def _table(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| code | name | severity | reported | fix |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in rules:
        link = f"[{rule.code}](#{rule.code.lower()})"
        yield f"| {link} | {rule.name} | {rule.severity.value} | {_reported(rule)} | {rule.fix} |"


def _section(rule: Rule) -> str:
    facts = [f"*{rule.severity.value}*", _reported(rule), f"since {rule.since}", f"fix: {_fix(rule)}"]
    heading = [f'<a id="{rule.code.lower()}"></a>', "", f"## {rule.code} {rule.name}", ""]
    lines = [*heading, " · ".join(facts), "", f"> {_message(rule)}", "", *_explanation(rule)]
    return "\n".join([*lines, "", f"Way out: {rule.help}.", ""])


def _message(rule: Rule) -> str:
    """The message with its placeholders in italics."""
    words = {"via": ", via *calls*"}
    return re.sub(r"`?\{(\w+)\}`?", lambda word: words.get(word[1], f"*{word[1].replace('_', ' ')}*"), rule.summary)


def _reported(rule: Rule) -> str:
    if rule.always_on:
        return "always"
    return "opt-in" if rule.opt_in else "by default"


def _fix(rule: Rule) -> str:
    if rule.fix == "-":
        return "none"
    return f"{rule.fix}, {rule.fix_note}" if rule.fix_note else rule.fix


def _explanation(rule: Rule) -> Iterator[str]:
    """The explanation, its indented examples as fenced blocks."""
    fenced = False
    for kind, line in _trimmed(_classified(rule.text.splitlines())):
        if bool(kind) != fenced:
            yield f"```{rule.document.rpartition('.')[2] or 'python'}" if kind else "```"
            if fenced:
                yield ""
            fenced = bool(kind)
        yield line
    if fenced:
        yield "```"


def _classified(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Every line with the word (`Bad`, `Good`) whose code it belongs to, or with an empty one."""
    word = ""
    for line in lines:
        if match := _EXAMPLE.fullmatch(line):
            word = match[1]
            yield "", line
        elif line and not line.startswith(_CODE_INDENT):
            word = ""
            yield "", line
        else:
            yield word, line.removeprefix(_CODE_INDENT)


def _trimmed(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The lines without the blank ones at the beginning and end of code."""
    blank = 0
    before = ""
    for kind, line in lines:
        if kind and not line:
            blank += 1
            continue
        if kind and kind == before:
            yield from [(kind, "")] * blank
        elif kind and before != kind:
            yield "", ""
        blank, before = 0, kind
        yield kind, line
