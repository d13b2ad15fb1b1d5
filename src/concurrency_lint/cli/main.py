"""The command `concurrency-lint`: its subcommands, each imported when it is called, and its exit codes."""

from __future__ import annotations

import gc
import importlib
import sys

import click

from concurrency_lint import __version__
from concurrency_lint.cli.output import drop_output

_COMMANDS = {
    "check": "Report what blocks the event loop in files and folders.",
    "catalogue": "List what the linter knows of libraries.",
    "inventory": "List tasks, topics, pools and routes, each with its place and verdict.",
    "m2m": "Keep the document about tasks, queues and topics in step with the code.",
    "explain": "Say what a rule reports, why, and what to write instead.",
    "rules": "List every rule.",
    "tasks": "List the background tasks with their effective options, and where each is set.",
    "schema": "Print the JSON Schema of the findings or of the configuration.",
}

OK, FAILED, INTERRUPTED = 0, 2, 130


class _LazyGroup(click.Group):
    """A group that knows its subcommands by name, so that `--version` and `--help` import none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(importlib.import_module(f"concurrency_lint.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name not in _COMMANDS:
            import difflib

            near = difflib.get_close_matches(name, _COMMANDS, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"`concurrency-lint check {name}` checks a path"
            ctx.fail(f"no command `{name}`; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="concurrency-lint", message="%(prog)s %(version)s")
def cli() -> None:
    """Finds code that blocks the asyncio event loop, at any call depth."""


def main() -> None:
    """Run the command line and exit: 0 nothing found, 1 findings, 2 the tool could not do its work, 130 interrupted."""
    # All that was linked ends with the process, and nobody has to look through it for garbage, at the end neither.
    # Who checks again in one run collects what was linked before.
    gc.disable()
    code = _run()
    gc.freeze()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()
    sys.exit(code)


def _run() -> int:
    try:
        code = cli.main(prog_name="concurrency-lint", standalone_mode=False)
    except BrokenPipeError:
        drop_output()
        return OK
    except (click.Abort, KeyboardInterrupt):
        click.echo("concurrency-lint: interrupted", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo(
            "concurrency-lint: internal error; please report it with the text above and, if you can, the file",
            err=True,
        )
        return FAILED
    return code if isinstance(code, int) else OK
