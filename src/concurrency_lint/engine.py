"""From files to findings: what adapters call."""

from __future__ import annotations

import ast
import codecs
import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from concurrency_lint.checking import Checker, Knowledge, deep_recursion, findings
from concurrency_lint.config import Settings
from concurrency_lint.document_checks import document_findings
from concurrency_lint.facts.model import ModuleFacts
from concurrency_lint.findings import Finding, Report
from concurrency_lint.project import Project
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.reading import collector_off, facts_of, read_file

_FEWEST_FILES = 30
"""Below this, starting processes takes longer than they save."""


def check_files(
    files: Sequence[Path], settings: Settings, *, jobs: int = 1, contents: Mapping[Path, bytes] | None = None
) -> Report:
    """Check `files` (absolute paths) in up to `jobs` processes.

    `contents` stands in for what is on disk (standard input, an editor's buffer). Findings suppressed at the sink or
    at a helper's `def`, and those of codes outside `settings.enabled`, are left out; `# noqa` on the reported line,
    per-file ignores and the minimal severity are the adapter's business (`suppressions.py`).
    Raises `OSError` when a file cannot be read.
    """
    report = _checked(files, settings, jobs, contents)
    if any(path.suffix == ".py" for path in files):
        report.findings += document_findings(files, settings)
        report.findings.sort(key=lambda finding: finding.sort_key)
    return report


def _checked(files: Sequence[Path], settings: Settings, jobs: int, contents: Mapping[Path, bytes] | None) -> Report:
    given = {str(path): source for path, source in (contents or {}).items()}
    paths = [str(path) for path in files]
    if jobs > 1 and len(paths) >= _FEWEST_FILES:
        # Processes cost an import that most runs need not pay for.
        from concurrency_lint.parallel import check_in_processes

        return check_in_processes(paths, settings, jobs, given)
    with collector_off():
        read = [read_file(path, given.get(path)) for path in paths]
        knowledge = Knowledge(
            {file.path: file.facts for file in read},
            {file.path: file.bases for file in read},
            {file.path: file.unparsable for file in read if file.unparsable is not None},
            given,
            {file.path: file.marks for file in read},
        )
        return Checker(settings, knowledge).check(paths)


def linked_project(files: Sequence[Path], settings: Settings) -> tuple[Project, list[LinkedModule]]:
    """A project, and its modules in `files` as far as they can be read: for commands that ask it themselves."""
    knowledge = Knowledge({}, {}, {})
    project = knowledge.project(settings)
    with collector_off():
        modules = [module for path in files if (module := project.modules.at(str(path))) is not None]
    return project, modules


def check_source(path: Path, source: bytes, tree: ast.Module | None, settings: Settings) -> list[Finding]:
    """Check one module whose source (and, from flake8, whose tree) is at hand; used by flake8 and by editors.

    Modules linked for one file are kept for the next one in this process. Raises `SyntaxError`.
    """
    with collector_off(), deep_recursion():
        linked = _linked(_of_interest(settings))
        known = linked.sources.get(str(path))
        if known is not None and known != _digest(source):
            # What was linked to the file as it was on disk would not know the new one's classes.
            _linked.cache_clear()
            linked = _linked(_of_interest(settings))
            known = None
        project = linked.project
        module = project.modules.at(str(path)) if known is not None else None
        if module is None:
            linked.sources[str(path)] = _digest(source)
            module = project.modules.add(str(path), facts_of(source, tree))
        project.texts.put(str(path), source)
        return sorted(findings(project, [module], settings), key=lambda finding: finding.sort_key)


class _Linked:
    """A project, and of which bytes each of its modules was made."""

    def __init__(self, settings: Settings) -> None:
        self.sources: dict[str, bytes] = {}
        knowledge = Knowledge({}, {}, {})

        def read(path: str) -> ModuleFacts | None:
            try:
                source = knowledge.source_of(path)
            except OSError:
                return None
            self.sources[path] = _digest(source)
            return knowledge.facts_of(path, source)

        self.project = knowledge.project(settings, read)


@lru_cache(maxsize=4)
def _linked(settings: Settings) -> _Linked:
    return _Linked(settings)


def _digest(source: bytes) -> bytes:
    """What tells two contents apart; a byte order mark does not matter."""
    return hashlib.blake2b(source.removeprefix(codecs.BOM_UTF8), digest_size=16).digest()


def _of_interest(settings: Settings) -> Settings:
    """The settings without what differs from file to file and does not change how a project is linked."""
    return msgspec.structs.replace(settings, enabled=frozenset(), select=(), extend_select=(), ignore=())
