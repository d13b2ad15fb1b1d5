"""`concurrency-lint rules`: every rule in one table."""

from __future__ import annotations

import json

import click

from concurrency_lint.cli.explain import record
from concurrency_lint.rules.registry import all_rules


@click.command()
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="as a table, for machines, or as the page docs/rules.md",
)
def rules(output_format: str) -> None:
    """List every rule: code, name, severity, whether it is on by default, and its fix."""
    every = all_rules().values()
    if output_format == "json":
        click.echo(json.dumps([record(rule) for rule in every], indent=2, ensure_ascii=False))
        return
    if output_format == "markdown":
        from concurrency_lint.rules.documentation import rules_page

        click.echo(rules_page(every), nl=False)
        return
    rows = [("CODE", "NAME", "SEVERITY", "ON", "FIX")]
    rows += [(r.code, r.name, r.severity.value, "opt-in" if r.opt_in else "yes", r.fix) for r in every]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())
