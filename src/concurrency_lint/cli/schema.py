"""`concurrency-lint schema`: the JSON Schemas of what goes in and what comes out."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument("what", type=click.Choice(["findings", "config"]))
def schema(what: str) -> None:
    """Print the JSON Schema of the JSON report (findings) or of [tool.concurrency-lint] (config)."""
    if what == "findings":
        from concurrency_lint.reporters.json import schema as findings_schema

        click.echo(json.dumps(findings_schema(), indent=2))
        return
    from concurrency_lint.config_schema import config_schema

    click.echo(json.dumps(config_schema(), indent=2))
