"""How often each rule was reported, most often first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from concurrency_lint.findings import Finding


def lines(findings: Iterable[Finding]) -> list[str]:
    """`count code name`, aligned."""
    counts = Counter((finding.code, finding.name) for finding in findings)
    if not counts:
        return []
    digits = len(str(max(counts.values())))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [f"{count:>{digits}} {code} {name}" for (code, name), count in ordered]
