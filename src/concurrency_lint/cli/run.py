"""One run of `check`: the files of each project, its settings, and what the engine finds in them."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import click
import msgspec

from concurrency_lint.config import Settings, find_root, folders_among, load_settings
from concurrency_lint.findings import Finding, Fix, Report, Span, Summary
from concurrency_lint.project.text import Texts
from concurrency_lint.sources import absolute_path, discover, excluded_paths

_STDIN = Path("-")


class Request:
    """What the command line asks for, as far as it decides what is found."""

    def __init__(
        self,
        *,
        paths: tuple[Path, ...],
        overrides: Mapping[str, Any],
        stdin_filename: Path | None = None,
        config: Path | None = None,
        isolated: bool = False,
        jobs: int = 1,
    ) -> None:
        self.overrides, self.config, self.isolated, self.jobs = overrides, config, isolated, jobs
        self.reads_stdin = _STDIN in paths or (stdin_filename is not None and not paths)
        if self.reads_stdin and len(paths) > 1:
            raise click.UsageError("`-` stands for standard input and cannot be given with other paths")
        self.paths = (stdin_filename or _STDIN,) if self.reads_stdin else paths or (Path(),)
        self.contents: dict[Path, bytes] = {}
        """What stands in for files: standard input, once it is read."""
        self.every_call = False
        """Whether calls that lead to one place are told of each, whatever the configuration says: to be fixed."""
        self._settings: dict[Path, Settings] = {}
        self._named = folders_among(self.paths)

    @staticmethod
    def given_on_command_line() -> tuple[str, ...]:
        """The names of the options that it takes as they are."""
        return ("paths", "stdin_filename", "config", "isolated", "jobs")

    def settings_of(self, root: Path) -> Settings:
        """The settings of the project that begins at `root`. Raises `ConfigError`."""
        if root not in self._settings:
            self._settings[root] = load_settings(root, self.overrides, config=self.config, isolated=self.isolated)
        settings = self._settings[root]
        return msgspec.structs.replace(settings, every_call=True) if self.every_call else settings

    @cached_property
    def files_by_root(self) -> dict[Path, list[Path]]:
        """The files to check, sorted, by the root of the project that each belongs to: there may be several.

        Raises `UnreadablePathError` and `ConfigError`.
        """
        if self.reads_stdin:
            file = absolute_path(self.paths[0])
            root = self._root(file)
            left_out = self.settings_of(root).force_exclude and self._excludes(root, file)
            return {} if left_out else {root: [file]}
        found: dict[Path, set[Path]] = {}
        for path in self.paths:
            outer = self._root(path)
            for file in discover([path], self.settings_of(outer)):
                root = self._root(file.parent)
                if root == outer or file == absolute_path(path) or not self._excludes(root, file):
                    found.setdefault(root, set()).add(file)
        return {root: sorted(found[root]) for root in sorted(found)}

    def _root(self, path: Path) -> Path:
        return find_root(path, self._named)

    def _excludes(self, root: Path, file: Path) -> bool:
        return excluded_paths(self.settings_of(root)).match_below(str(file), str(root))


class Outcome:
    """What a run came to, and what is needed to show it."""

    def __init__(self, report: Report, texts: Texts, named: list[str], roots: list[Path]) -> None:
        self.report, self.texts, self.named, self.roots = report, texts, named, roots
        self.fixes: Mapping[tuple[str, Span, str], Fix] = {}
        """The fixes of findings, where they are to be shown."""


def files_of(request: Request) -> list[Path]:
    """The files that would be checked, sorted."""
    return sorted(file for files in request.files_by_root.values() for file in files)


def source_of(request: Request, path: Path) -> bytes:
    """The bytes of a file, as it is on disk or as it was given. Raises `OSError`."""
    return request.contents[path] if path in request.contents else path.read_bytes()


def carry_out(request: Request) -> Outcome:
    """Check everything that is asked for, project by project, and leave out what is suppressed."""
    from concurrency_lint.engine import check_files
    from concurrency_lint.suppressions import shown

    if request.reads_stdin and not request.contents:
        request.contents = {absolute_path(request.paths[0]): sys.stdin.buffer.read()}
    texts = Texts(lambda path: source_of(request, Path(path)))
    summary = Summary()
    findings: list[Finding] = []
    errors: list[str] = []
    for root, files in request.files_by_root.items():
        if summary.files:
            gc.collect()
        settings = request.settings_of(root)
        report = check_files(files, settings, jobs=request.jobs, contents=request.contents or None)
        findings += shown(report.findings, settings, lambda path: texts.of(path).text)
        summary.add(report.summary)
        errors += report.errors
    findings.sort(key=lambda finding: finding.sort_key)
    named = [str(path) for path in request.paths]
    return Outcome(Report(findings=findings, summary=summary, errors=errors), texts, named, list(request.files_by_root))
