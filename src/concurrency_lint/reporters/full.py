"""Every finding with its source, the span under it, the chain of calls that leads to what blocks, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from concurrency_lint.findings import Finding, Fix, Span
from concurrency_lint.reporters.concise import header
from concurrency_lint.reporters.fix_diff import fix_lines
from concurrency_lint.reporters.paths import PathNames
from concurrency_lint.reporters.terminal import Palette, one_line, visible, width

SourceLines = Callable[[str], Sequence[str]]

_LONGEST_LINE = 160
_LEAD = 60
_LINES_AT_EACH_END = 3


def lines(
    findings: Iterable[Finding],
    names: PathNames,
    palette: Palette,
    source: SourceLines,
    fixes: Mapping[tuple[str, Span, str], Fix] = MappingProxyType({}),
) -> Iterator[str]:
    """The report's lines; `source` gives the lines of a file by its absolute path, `fixes` what is to be shown."""
    for finding in findings:
        yield header(finding, names, palette)
        yield from _body(finding, names, palette, source(finding.path))
        if finding.sort_key in fixes:
            yield from fix_lines(fixes[finding.sort_key], source(finding.path))
        yield ""


def _body(finding: Finding, names: PathNames, palette: Palette, source: Sequence[str]) -> Iterator[str]:
    margin = len(str(finding.span.end_line))
    if 0 < finding.span.line <= len(source):
        yield palette.gutter(" " * margin + " |")
        excerpt = _one_line_excerpt if finding.span.end_line <= finding.span.line else _several_lines_excerpt
        for label, text in excerpt(finding, source, palette):
            yield palette.gutter(f"{label:>{margin}} |") + (f" {text}" if text else "")
        yield palette.gutter(" " * margin + " |")
    for hop in _hops(finding, names):
        yield f"{palette.gutter(' ' * margin + ' =')} {hop}"
    if finding.help:
        yield f"{palette.gutter(' ' * margin + ' =')} {palette.label('help:')} {one_line(finding.help)}"


def _one_line_excerpt(finding: Finding, source: Sequence[str], palette: Palette) -> Iterator[tuple[str, str]]:
    span = finding.span
    line = source[span.line - 1]
    end = min(max(span.end_column, span.column + 1), len(line)) if line else 0
    before, marked, after = _around(line, span.column, max(end, span.column))
    yield str(span.line), visible(before + marked + after).rstrip()
    carets = "^" * max(width(marked), 1)
    yield "", " " * width(before) + palette.severity(carets + _label(finding), finding.severity.value)


def _several_lines_excerpt(finding: Finding, source: Sequence[str], palette: Palette) -> Iterator[tuple[str, str]]:
    """A bracket at the left, from the first character of the span to its last, as rustc draws it."""
    span, severity = finding.span, finding.severity.value
    last = min(span.end_line, len(source))
    first_line = source[span.line - 1]
    yield str(span.line), "  " + _shortened(first_line)
    yield "", palette.severity(" " + "_" * (width(first_line[: span.column]) + 1) + "^", severity)
    for number in _middle(span.line + 1, last):
        text = _shortened(source[number - 1]) if number else "..."
        yield str(number or ""), (palette.severity("|", severity) + " " + text).rstrip()
    before_end = width(source[last - 1][: max(_end_column(span, last, source) - 1, 0)])
    yield "", palette.severity("|" + "_" * (before_end + 1) + "^" + _label(finding), severity)


def _end_column(span: Span, last: int, source: Sequence[str]) -> int:
    return span.end_column if last == span.end_line else len(source[last - 1])


def _middle(start: int, last: int) -> Iterator[int]:
    """The numbers of the lines shown after the first; 0 stands for those left out."""
    if last - start + 1 <= 2 * _LINES_AT_EACH_END:
        yield from range(start, last + 1)
        return
    yield from range(start, start + _LINES_AT_EACH_END - 1)
    yield 0
    yield from range(last - _LINES_AT_EACH_END + 1, last + 1)


def _around(line: str, start: int, end: int) -> tuple[str, str, str]:
    """The line in three parts, cut around the span where it is too long to be shown whole."""
    before, marked, after = line[:start], line[start:end], line[end:]
    if len(line) <= _LONGEST_LINE:
        return before, marked, after
    if len(before) > _LEAD:
        before = "…" + before[-_LEAD:]
    if len(marked) > _LONGEST_LINE:
        marked, after = marked[:_LONGEST_LINE], "…"
    room = max(_LONGEST_LINE - len(before) - len(marked), 0)
    return before, marked, after if len(after) <= room else after[:room] + "…"


def _shortened(line: str) -> str:
    return visible(line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE] + "…").rstrip()


def _label(finding: Finding) -> str:
    return "" if finding.severity.value == "error" else f" {finding.severity.value}"


def _hops(finding: Finding, names: PathNames) -> list[str]:
    """One line per call of the chain: where, what is written there, and what that calls."""
    places = [f"{one_line(names.show(step.path))}:{step.span.line}" for step in finding.chain]
    column = max(map(width, places), default=0)
    return [
        f"{place}{' ' * (column - width(place))}  {_clipped(one_line(step.text))} -> {one_line(step.target)}"
        for place, step in zip(places, finding.chain, strict=True)
    ]


def _clipped(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
