"""One line per finding: `path:line:column: CODE message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.reporters.paths import PathNames
from concurrency_lint.reporters.terminal import Palette, one_line


def lines(findings: Iterable[Finding], names: PathNames, palette: Palette) -> Iterator[str]:
    """The report's lines."""
    for finding in findings:
        yield header(finding, names, palette)


def header(finding: Finding, names: PathNames, palette: Palette) -> str:
    """Where, which rule, what."""
    path = palette.path(one_line(names.show(finding.path)))
    code = palette.severity(finding.code, finding.severity.value)
    return f"{path}:{finding.span.line}:{finding.span.column + 1}: {code} {one_line(finding.message)}"
