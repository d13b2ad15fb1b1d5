"""The JSON report, version 1: a contract with other tools, described in docs/json.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Any, Literal

import msgspec

from concurrency_lint import findings as internal
from concurrency_lint.reporters.paths import PathNames

SCHEMA_ID = "https://concurrency-lint.readthedocs.io/en/latest/findings.schema.json"

Count = Annotated[int, msgspec.Meta(ge=0)]
Position = Annotated[int, msgspec.Meta(ge=1)]


class Step(msgspec.Struct, forbid_unknown_fields=True):
    """One call of the chain: where it stands, 1-based in code points, and what is written there."""

    path: str
    line: Position
    column: Position
    text: str


class Edit(msgspec.Struct, forbid_unknown_fields=True):
    """Replace what stands between two places by `content`; positions as those of findings."""

    line: Position
    column: Position
    end_line: Position
    end_column: Position
    content: str


class Fix(msgspec.Struct, forbid_unknown_fields=True):
    """What would settle the finding; a `display-only` one has no edits, and its title says why."""

    applicability: Literal["safe", "unsafe", "display-only"]
    title: str
    edits: Annotated[list[Edit], msgspec.Meta(description="they do not overlap; in order of position")]


class Finding(msgspec.Struct, forbid_unknown_fields=True):
    """One defect. Lines and columns are 1-based, in code points; `end_column` is one past the last character."""

    code: Annotated[str, msgspec.Meta(pattern="^CNC[0-9]{3}$")]
    name: str
    severity: Literal["error", "warning", "advice"]
    message: str
    path: Annotated[
        str,
        msgspec.Meta(description="relative to the working directory, with /; a path outside of it as it was named"),
    ]
    line: Position
    column: Position
    end_line: Position
    end_column: Position
    symbol: Annotated[str, msgspec.Meta(description="dotted name of the enclosing function, or of the module")]
    help: Annotated[str, msgspec.Meta(description="the way out")]
    url: Annotated[str, msgspec.Meta(description="the rule's documentation")]
    sink: Annotated[str, msgspec.Meta(description="canonical name of what blocks; empty without a chain")]
    chain: Annotated[
        list[Step],
        msgspec.Meta(description="from the reported call to the blocking one; empty for rules without a call chain"),
    ]
    fix: Annotated[Fix | None, msgspec.Meta(description="with --show-fixes; null where the rule has no fix")]


class Summary(msgspec.Struct, forbid_unknown_fields=True):
    """What the run looked at; `findings` counts by code."""

    files: Count
    functions: Count
    call_sites: Count
    findings: dict[str, Count]
    unknown_on_loop: Annotated[
        int, msgspec.Meta(ge=0, description="calls on the event loop whose target stayed unknown")
    ]


class Report(msgspec.Struct, forbid_unknown_fields=True):
    """The outcome of one run of `concurrency-lint check --output-format json`."""

    version: Literal[1]
    findings: list[Finding]
    summary: Summary


def render(
    findings: Sequence[internal.Finding],
    summary: internal.Summary,
    names: PathNames,
    fixes: Mapping[tuple[str, internal.Span, str], internal.Fix] = MappingProxyType({}),
) -> str:
    """The report as indented JSON, without a line break at its end."""
    report = Report(
        version=1,
        findings=[_finding(finding, names, fixes.get(finding.sort_key)) for finding in findings],
        summary=Summary(
            files=summary.files,
            functions=summary.functions,
            call_sites=summary.call_sites,
            findings=dict(sorted(Counter(finding.code for finding in findings).items())),
            unknown_on_loop=summary.unknown_on_loop,
        ),
    )
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode()


def schema() -> dict[str, Any]:
    """The JSON Schema of the report; `findings.schema.json` beside this file holds the same."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **msgspec.json.schema(Report),
    }


def _finding(finding: internal.Finding, names: PathNames, fix: internal.Fix | None) -> Finding:
    span = finding.span
    return Finding(
        code=finding.code,
        name=finding.name,
        severity=finding.severity.value,
        message=_text(finding.message),
        path=names.show(finding.path),
        line=span.line,
        column=span.column + 1,
        end_line=span.end_line,
        end_column=span.end_column + 1,
        symbol=finding.symbol,
        help=_text(finding.help),
        url=finding.url,
        sink=finding.sink,
        chain=list(_steps(finding.chain, names)),
        fix=_fix(fix) if fix is not None else None,
    )


def _fix(fix: internal.Fix) -> Fix:
    edits = [
        Edit(edit.span.line, edit.span.column + 1, edit.span.end_line, edit.span.end_column + 1, _text(edit.content))
        for edit in fix.edits
    ]
    return Fix(fix.applicability, _text(fix.title), edits)


def _steps(chain: Iterable[internal.Step], names: PathNames) -> Iterable[Step]:
    for step in chain:
        yield Step(names.show(step.path), step.span.line, step.span.column + 1, _text(step.text))


def _text(text: str) -> str:
    """`text` without lone surrogates, which a Python string literal may hold and JSON may not."""
    return text.encode("utf-8", "replace").decode("utf-8")
