"""A run's outcome as text, in the format that was asked for."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator

from concurrency_lint.cli.run import Outcome
from concurrency_lint.findings import Report
from concurrency_lint.reporters.paths import PathNames
from concurrency_lint.reporters.terminal import Palette, wants_colour


def render(outcome: Outcome, output_format: str, *, statistics: bool, closing: bool, to_file: bool) -> str:
    """The whole report, with a line break at its end unless it is empty."""
    names = PathNames(os.getcwd(), outcome.named)
    if output_format == "json":
        from concurrency_lint.reporters.json import render as render_json

        return render_json(outcome.report.findings, outcome.report.summary, names, outcome.fixes) + "\n"
    palette = Palette(enabled=not to_file and wants_colour(sys.stdout, os.environ))
    lines = [*_findings(outcome, output_format, names, palette)]
    if statistics:
        from concurrency_lint.reporters import statistics as counts

        lines += counts.lines(outcome.report.findings)
    if closing:
        lines.append(closing_line(outcome.report))
    return "".join(line + "\n" for line in lines)


def closing_line(report: Report) -> str:
    """`Found 3 errors and 2 warnings in 120 files.`"""
    files = _counted(report.summary.files, "file")
    if not report.summary.files:
        return "No Python files found."
    if not report.findings:
        return f"All checks passed in {files}."
    by_severity = Counter(finding.severity.value for finding in report.findings)
    nouns = (("error", "error"), ("warning", "warning"), ("advice", "piece of advice"))
    parts = [_counted(by_severity[key], noun) for key, noun in nouns if by_severity[key]]
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"Found {listed} in {files}."


def _findings(outcome: Outcome, output_format: str, names: PathNames, palette: Palette) -> Iterator[str]:
    if output_format == "full":
        from concurrency_lint.reporters import full

        return full.lines(
            outcome.report.findings, names, palette, lambda path: outcome.texts.of(path).lines, outcome.fixes
        )
    from concurrency_lint.reporters import concise

    return concise.lines(outcome.report.findings, names, palette)


def _counted(count: int, noun: str) -> str:
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} pieces of advice" if noun == "piece of advice" else f"{count:,} {noun}s"
