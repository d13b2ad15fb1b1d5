"""Fixing to a fixed point: apply what does not overlap, look again, and go on until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import msgspec

from concurrency_lint.config import Settings
from concurrency_lint.findings import Finding
from concurrency_lint.fixes.making import FileFixes
from concurrency_lint.fixes.runtimes import Runtimes

_MOST_ROUNDS = 20

Look = Callable[[Collection[Path], Mapping[Path, bytes]], list[Finding]]
"""Gives the findings of files, some of which have other contents than the disk's."""


class AppliedFix(msgspec.Struct, frozen=True):
    """One fix that was applied: which file it changed, for which rule, and what it did."""

    path: str
    code: str
    applicability: str
    title: str


class Fixed(msgspec.Struct):
    """What fixing came to: the old and new bytes of the files that changed, and the fixes in the order applied."""

    before: dict[Path, bytes]
    after: dict[Path, bytes]
    applied: list[AppliedFix]


def fix_all(
    findings: list[Finding],
    settings: Settings,
    look: Look,
    read: Callable[[Path], bytes],
    *,
    unsafe: bool,
    every: Collection[Path] = (),
) -> Fixed:
    """Apply the fixes of `findings`, and of what comes to light under them; nothing is written.

    Files that were changed are looked at again until there is nothing to fix in them; then `every` file is, since what
    was changed in one may tell of another.
    """
    runtimes = Runtimes(settings)
    fixed = Fixed({}, {}, [])
    pending = False
    for _ in range(_MOST_ROUNDS):
        changed = []
        for path, found in _by_path(findings).items():
            data = fixed.after[path] if path in fixed.after else read(path)
            new, chosen = FileFixes(str(path), data, runtimes).apply(found, unsafe=unsafe)
            if not chosen or new == data:
                continue
            fixed.before.setdefault(path, data)
            fixed.after[path] = new
            changed.append(path)
            fixed.applied += [
                AppliedFix(str(path), each.code, draft.applicability, draft.title) for each, draft in chosen
            ]
        if not changed and not (pending and every):
            break
        pending = bool(changed)
        findings = look(changed or every, fixed.after)
    return fixed


def _by_path(findings: list[Finding]) -> dict[Path, list[Finding]]:
    grouped: dict[Path, list[Finding]] = {}
    for finding in findings:
        if finding.fixable:
            grouped.setdefault(Path(finding.path), []).append(finding)
    return grouped
