"""The error that ends a command with exit code 2 and one sentence."""

from __future__ import annotations

import click


class Failure(click.ClickException):
    """The tool could not do its work; the text says where and what to do about it."""

    exit_code = 2

    def format_message(self) -> str:
        return f"concurrency-lint: error: {self.message}"

    def show(self, file: object = None) -> None:
        click.echo(self.format_message(), err=True)
