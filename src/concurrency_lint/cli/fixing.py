"""What `check` does about fixes: apply and write them, print them as a diff, or work them out to be shown."""

from __future__ import annotations

import difflib
import gc
import importlib.util
import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from concurrency_lint.cli.failure import Failure
from concurrency_lint.cli.run import Outcome, Request, carry_out, files_of, source_of
from concurrency_lint.config import Settings
from concurrency_lint.findings import Finding, Fix, Span
from concurrency_lint.reporters.paths import PathNames

if TYPE_CHECKING:
    from concurrency_lint.fixes.apply import Fixed

_OPTIONS = (
    ("fix", "apply the safe fixes, and report what is left"),
    ("unsafe-fixes", "with --fix or --diff: apply unsafe fixes, too"),
    ("diff", "print what fixing would change, and exit with 1 if it would; write nothing"),
    ("fix-only", "apply fixes and report nothing that is left"),
    ("show-fixes", "show the fix under each finding; with --fix, list what was fixed"),
)


def fix_options(command: Any) -> Any:
    """Add the options that ask for fixes."""
    for name, text in reversed(_OPTIONS):
        command = click.option(f"--{name}", is_flag=True, help=text)(command)
    return command


class Wishes:
    """What of fixing is asked for."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.diff, self.only, self.show = given.pop("diff"), given.pop("fix_only"), given.pop("show_fixes")
        self.write = (given.pop("fix") or self.only) and not self.diff
        self.unsafe = given.pop("unsafe_fixes")

    @property
    def any(self) -> bool:
        """Whether sources have to be edited, if only to show how."""
        return bool(self.diff or self.write or self.show)


def require_libcst() -> None:
    """Raises `Failure` where what fixes are made with is not installed."""
    if importlib.util.find_spec("libcst") is None:
        raise Failure("fixes need LibCST, which is not installed; pip install 'concurrency-lint[fix]'")


def worked_out(request: Request, outcome: Outcome, *, unsafe: bool) -> Fixed:
    """What fixing the findings of a run comes to; nothing is written."""
    from concurrency_lint.fixes.apply import Fixed, fix_all

    whole = Fixed({}, {}, [])
    for root, files in request.files_by_root.items():
        settings, ours = request.settings_of(root), {str(file) for file in files}
        found = [finding for finding in outcome.report.findings if finding.path in ours]
        look = _Look(request, settings)
        fixed = fix_all(
            found, settings, look, lambda path: source_of(request, path), unsafe=unsafe, every=[*map(Path, ours)]
        )
        whole.before.update(fixed.before)
        whole.after.update(fixed.after)
        whole.applied += fixed.applied
    return whole


class _Look:
    """Checks files of one project again, as they are after some fixes."""

    def __init__(self, request: Request, settings: Settings) -> None:
        self._request, self._settings = request, settings

    def __call__(self, files: Collection[Path], contents: Mapping[Path, bytes]) -> list[Finding]:
        from concurrency_lint.engine import check_files
        from concurrency_lint.project.text import Texts
        from concurrency_lint.suppressions import shown

        gc.collect()
        given = {**self._request.contents, **contents}
        texts = Texts(lambda path: given[Path(path)] if Path(path) in given else Path(path).read_bytes())
        report = check_files(sorted(files), self._settings, jobs=self._request.jobs, contents=given)
        return shown(report.findings, self._settings, lambda path: texts.of(path).text)


def fix_and_look_again(request: Request, outcome: Outcome, *, unsafe: bool) -> tuple[Fixed, Outcome]:
    """Fix the findings of a run, write the files, and check what there is now."""
    from concurrency_lint.fixes import writing

    fixed = worked_out(request, outcome, unsafe=unsafe)
    if request.reads_stdin:
        request.contents.update(fixed.after)
    else:
        writing.remove_leftovers(files_of(request))
        for path, data in fixed.after.items():
            if not writing.replaced(path, data, fixed.before[path]):
                click.echo(f"concurrency-lint: {path}: changed since it was read, so it is not fixed", err=True)
                fixed.applied = [each for each in fixed.applied if each.path != str(path)]
    request.every_call = False
    gc.collect()
    return fixed, carry_out(request) if outcome.report.findings else outcome


def diff(fixed: Fixed, outcome: Outcome) -> str:
    """What fixing changes, as a unified diff."""
    names = PathNames(os.getcwd(), outcome.named)
    lines: list[str] = []
    for path, old in sorted(fixed.before.items()):
        name = names.show(str(path))
        before, after = (data.decode("utf-8", "replace").splitlines(True) for data in (old, fixed.after[path]))
        changes = difflib.unified_diff(before, after, name, name)
        lines += (e if e.endswith(("\n", "\r")) else f"{e}\n\\ No newline at end of file\n" for e in changes)
    return "".join(lines)


def listed(fixed: Fixed, outcome: Outcome) -> Iterator[str]:
    """The applied fixes, file by file, rule by rule."""
    names = PathNames(os.getcwd(), outcome.named)
    files = Counter(each.path for each in fixed.applied)
    yield f"Fixed {_times(len(fixed.applied), 'finding')} in {_times(len(files), 'file')}:"
    for path in sorted(files):
        yield f"- {names.show(path)}:"
        counts = Counter((each.code, each.title) for each in fixed.applied if each.path == path)
        yield from (f"    {count} x {code}: {title}" for (code, title), count in sorted(counts.items()))


def attach_fixes(request: Request, outcome: Outcome) -> None:
    """Work out the fix of each finding of a run, to be shown."""
    from concurrency_lint.fixes.making import FileFixes
    from concurrency_lint.fixes.runtimes import Runtimes

    found: dict[tuple[str, Span, str], Fix] = {}
    for root, files in request.files_by_root.items():
        settings, ours = request.settings_of(root), {str(file) for file in files}
        runtimes = Runtimes(settings)
        editors: dict[str, FileFixes] = {}
        for finding in outcome.report.findings:
            if finding.path not in ours or finding.fix is None:
                continue
            if finding.path not in editors:
                data = source_of(request, Path(finding.path))
                editors = {finding.path: FileFixes(finding.path, data, runtimes)}
            fix = editors[finding.path].fix(finding)
            if fix is not None:
                found[finding.sort_key] = fix
    outcome.fixes = found


def _times(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
