"""`concurrency-lint check`: read the options, run, print, and say by the exit code what came of it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from concurrency_lint import __version__
from concurrency_lint.cli.check_options import configuration_options, overrides
from concurrency_lint.cli.failure import Failure
from concurrency_lint.cli.fixing import (
    Wishes,
    attach_fixes,
    diff,
    fix_and_look_again,
    fix_options,
    listed,
    require_libcst,
    worked_out,
)
from concurrency_lint.cli.output import write_report
from concurrency_lint.cli.run import Outcome, Request, carry_out, files_of, source_of
from concurrency_lint.config import ConfigError
from concurrency_lint.sources import UnreadablePathError

if TYPE_CHECKING:
    from concurrency_lint.fixes.apply import Fixed


def _jobs(context: click.Context, parameter: click.Parameter, value: str) -> int:
    if value == "auto":
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if value.isdecimal() and int(value) >= 1:
        return int(value)
    raise click.BadParameter(f"{value!r} is neither a number of processes from 1 up nor 'auto'")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@configuration_options
@click.option(
    "--output-format",
    type=click.Choice(["full", "concise", "json"]),
    default="full",
    show_default=True,
    help="with source and call chain, one line per finding, or for machines",
)
@click.option("--output-file", type=click.Path(path_type=Path), help="write the report to this file")
@click.option("--statistics", is_flag=True, help="also print how often each rule was reported")
@click.option("--exit-zero", is_flag=True, help="exit with 0 even where something was found")
@click.option("--jobs", "-j", callback=_jobs, metavar="N", default="auto", show_default=True, help="how many processes")
@click.option("--no-cache", is_flag=True, help="neither read nor write a cache (there is none yet)")
@click.option("--stdin-filename", type=click.Path(path_type=Path), help="the name of what comes by standard input")
@click.option("--config", type=click.Path(path_type=Path), help="read this TOML file instead of pyproject.toml")
@click.option("--isolated", is_flag=True, help="read no configuration file")
@click.option("--show-files", is_flag=True, help="print the files that would be checked, and stop")
@click.option("--quiet", "-q", count=True, help="print findings only; given twice, print nothing")
@fix_options
@click.version_option(__version__, prog_name="concurrency-lint", message="%(prog)s %(version)s")
@click.option("--verbose", "-v", count=True, help="say on standard error what is read and how long it takes")
def check(
    output_file: Path | None,
    exit_zero: bool,
    show_files: bool,
    no_cache: bool,
    output_format: str,
    statistics: bool,
    quiet: int,
    verbose: int,
    **given: Any,
) -> int:
    """Report what blocks the event loop in PATHS: files and folders, `-` for standard input, `.` when none is named."""
    started = time.perf_counter()
    wishes = Wishes(given)
    request = Request(overrides=overrides(given), **{name: given[name] for name in Request.given_on_command_line()})
    try:
        if show_files:
            write_report("".join(f"{file}\n" for file in files_of(request)), output_file)
            return 0
        if wishes.any:
            require_libcst()
        request.every_call = wishes.write or wishes.diff
        outcome = carry_out(request)
        if wishes.diff:
            changes = worked_out(request, outcome, unsafe=wishes.unsafe)
            write_report(diff(changes, outcome), output_file)
            return 1 if changes.after and not exit_zero else 0
        fixed = None
        if wishes.write:
            fixed, outcome = fix_and_look_again(request, outcome, unsafe=wishes.unsafe)
        if wishes.show and not wishes.only:
            attach_fixes(request, outcome)
    except (ConfigError, UnreadablePathError) as error:
        raise Failure(str(error)) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"{error.filename or 'input'}: {reason}; make it readable, or exclude it") from error
    if verbose:
        _say_what_was_done(outcome.roots, outcome.report.summary.files, request.jobs, time.perf_counter() - started)
    if fixed is not None and not _report_fixed(fixed, outcome, request, wishes, quiet):
        return 0
    if quiet < 2:
        from concurrency_lint.cli.rendering import render

        text = render(outcome, output_format, statistics=statistics, closing=not quiet, to_file=output_file is not None)
        write_report(text, output_file)
    for fault in outcome.report.errors:
        click.echo(f"concurrency-lint: {fault}", err=True)
    if outcome.report.errors:
        return 2
    return 1 if outcome.report.findings and not exit_zero else 0


def _report_fixed(fixed: Fixed, outcome: Outcome, request: Request, wishes: Wishes, quiet: int) -> bool:
    """Say what was fixed; whether what is left is to be reported."""
    if request.reads_stdin:
        # Standard output is the file; the rest is said beside it.
        write_report("", None, data=source_of(request, files_of(request)[0]) if files_of(request) else b"")
    said = list(listed(fixed, outcome)) if fixed.applied else []
    if quiet < 2 and said:
        for line in said if wishes.show else said[:1]:
            click.echo(line.rstrip(":") if not wishes.show else line, err=True)
    return not wishes.only and not request.reads_stdin


def _say_what_was_done(roots: list[Path], files: int, jobs: int, seconds: float) -> None:
    for root in roots:
        click.echo(f"concurrency-lint: project root {root}", err=True)
    click.echo(f"concurrency-lint: {files} files in {seconds:.2f} s with up to {jobs} processes", err=True)
