"""`concurrency-lint explain CODE`: one rule in full."""

from __future__ import annotations

import difflib
import json

import click

from concurrency_lint.cli.failure import Failure
from concurrency_lint.rules.registry import Rule, all_rules


@click.command()
@click.argument("code")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="how to print it"
)
def explain(code: str, output_format: str) -> None:
    """Say what the rule CODE (or its name) reports, why, and what to write instead."""
    rule = _named(code)
    click.echo(json.dumps(record(rule), indent=2, ensure_ascii=False) if output_format == "json" else _text(rule))


def record(rule: Rule) -> dict[str, str | bool]:
    """A rule as the JSON of `explain` and `rules` has it."""
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary,
        "help": rule.help,
        "severity": rule.severity.value,
        "opt_in": rule.opt_in,
        "fix": rule.fix,
        "fix_note": rule.fix_note,
        "since": rule.since,
        "url": rule.url,
        "explanation": rule.text,
    }


def _named(word: str) -> Rule:
    rules = all_rules()
    by_name = {rule.name: rule for rule in rules.values()}
    rule = rules.get(word.upper()) or by_name.get(word.lower())
    if rule is None:
        near = difflib.get_close_matches(word.upper(), rules, n=5, cutoff=0.5)
        # Of codes that are equally near, one of the same family is meant.
        near.sort(key=lambda code: _shared(code, word.upper()), reverse=True)
        near = near or difflib.get_close_matches(word.lower(), by_name, n=1)
        hint = f"did you mean `{near[0]}`?" if near else "`concurrency-lint rules` lists them all"
        raise Failure(f"no rule `{word}`; {hint}")
    return rule


def _shared(first: str, second: str) -> int:
    """How many characters two words begin with in common."""
    return next((count for count, (one, two) in enumerate(zip(first, second, strict=False)) if one != two), len(first))


def _text(rule: Rule) -> str:
    switched = "only when selected" if rule.opt_in else "by default"
    fix = {"-": "none"}.get(rule.fix, rule.fix) + (f": {rule.fix_note}" if rule.fix_note else "")
    return "\n".join(
        [
            f"{rule.code} {rule.name}",
            "",
            rule.summary,
            "",
            f"Way out:   {rule.help}",
            f"Severity:  {rule.severity.value}",
            f"Reported:  {switched}",
            f"Fix:       {fix}",
            f"Since:     {rule.since}",
            f"More:      {rule.url}",
            "",
            rule.text,
        ]
    )
