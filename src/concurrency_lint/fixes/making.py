"""From findings to fixes: each finding's own, and those of a file put together."""

from __future__ import annotations

import importlib
import os
import pkgutil
import warnings
from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from concurrency_lint.findings import Edit, Finding, Fix, Span
from concurrency_lint.fixes import fixers
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.import_lines import adding
from concurrency_lint.fixes.imports import Imports, NameTakenError
from concurrency_lint.fixes.runtimes import NoRuntimeError, Runtimes
from concurrency_lint.fixes.source import Source, UneditableError

_COPIED = frozenset({"_vendor", "_vendored", "site-packages", "third_party", "vendor", "vendored", "vendors"})
"""Folders that hold what other projects have written."""


@lru_cache(maxsize=1)
def all_fixers() -> dict[str, ModuleType]:
    """The fixers by name: one module each, with a function `draft`.

    One that has a function `together` fixes at once what that tells to be one, by a key for each finding.
    """
    names = [module.name for module in pkgutil.iter_modules(fixers.__path__, fixers.__name__ + ".")]
    modules = [importlib.import_module(name) for name in names]
    return {module.name: module for module in modules}


class FileFixes:
    """The fixes of the findings of one file."""

    def __init__(self, path: str, data: bytes, runtimes: Runtimes) -> None:
        self._runtimes = runtimes
        self._problem = ""
        if not _COPIED.isdisjoint(Path(os.path.relpath(path, runtimes.root)).parent.parts):
            self._problem = "it is a copy of another project's code; mend it there"
            return
        try:
            self.source = Source(path, data)
            self._imports = Imports(self.source)
            self._width = runtimes.width
        except UneditableError as error:
            self._problem = str(error)

    def draft(self, findings: Sequence[Finding]) -> Draft:
        """What the fixer makes of findings that belong together. Raises `RefusedError`."""
        request = findings[0].fix
        if request is None or request.refusal:
            raise RefusedError(request.refusal if request is not None else "the rule has no fix")
        if self._problem:
            raise RefusedError(self._problem)
        try:
            draft: Draft = all_fixers()[request.fixer].draft(self._site(findings))
        except (UneditableError, NoRuntimeError) as error:
            raise RefusedError(str(error)) from error
        except NameTakenError as error:
            raise RefusedError(f"the name `{error}` means something else in this module") from error
        return draft

    def _site(self, findings: Sequence[Finding]) -> Site:
        return Site(findings, self.source, self._imports, self._runtimes, self._width)

    def _drafts(self, findings: Iterable[Finding]) -> Iterator[tuple[list[Finding], Draft]]:
        """The drafts of what can be fixed; one for each group that is fixed together, or for each of its findings."""
        groups: dict[Hashable, list[Finding]] = {}
        for number, finding in enumerate(findings):
            if finding.fix is None or finding.fix.refusal or self._problem:
                continue
            together = getattr(all_fixers()[finding.fix.fixer], "together", None)
            key = number if together is None else (finding.fix.fixer, together(self._site([finding])))
            groups.setdefault(key, []).append(finding)
        for group in groups.values():
            try:
                yield group, self.draft(group)
                continue
            except RefusedError:
                alone = group if len(group) > 1 else ()
            for finding in alone:
                with suppress(RefusedError):
                    yield [finding], self.draft([finding])

    def complete(self, drafts: Sequence[Draft]) -> tuple[Edit, ...]:
        """The edits of drafts that do not overlap, with those of the imports, in order."""
        edits = {edit for draft in drafts for edit in draft.edits}
        needed = {each for draft in drafts for each in draft.imports}
        every = [*edits, *self._imports.unneeded(list(edits)), *adding(self.source, needed)]
        return tuple(sorted(every, key=self.source.offsets))

    def fix(self, finding: Finding) -> Fix | None:
        """The fix of one finding; None where its rule has none."""
        if finding.fix is None:
            return None
        try:
            draft = self.draft([finding])
        except RefusedError as error:
            return Fix(applicability="display-only", title=f"No fix: {error}")
        return Fix(applicability=draft.applicability, title=draft.title, edits=self.complete([draft]))

    def apply(self, findings: Iterable[Finding], *, unsafe: bool) -> tuple[bytes, list[tuple[Finding, Draft]]]:
        """The file with as many fixes as do not overlap, and which findings they are of."""
        chosen: list[tuple[list[Finding], Draft]] = []
        for group, draft in self._drafts(findings):
            if draft.applicability == "unsafe" and not unsafe:
                continue
            same = next((held for held, other in chosen if other.edits == draft.edits), None)
            if same is not None:
                same += group
            elif not any(_overlap(draft.stretch, other.stretch) for _, other in chosen):
                chosen.append((group, draft))
        if not chosen:
            return b"" if self._problem else self.source.data, []
        whole = self._written([draft for _, draft in chosen])
        if whole is not None:
            return whole, _each(chosen)
        # Something does not go together, or is wrong: one that goes by itself, and the others in the next round.
        for pair in chosen:
            alone = self._written([pair[1]])
            if alone is not None:
                return alone, _each([pair])
        return self.source.data, []

    def _written(self, drafts: Sequence[Draft]) -> bytes | None:
        try:
            data = self.source.edited(self.complete(drafts))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(data, self.source.path, "exec", dont_inherit=True)
        except (UneditableError, SyntaxError, ValueError, RecursionError):
            return None
        return data


def _each(chosen: Iterable[tuple[list[Finding], Draft]]) -> list[tuple[Finding, Draft]]:
    return [(finding, draft) for group, draft in chosen for finding in group]


def _overlap(one: Span, other: Span) -> bool:
    return (one.line, one.column) < (other.end_line, other.end_column) and (other.line, other.column) < (
        one.end_line,
        one.end_column,
    )
