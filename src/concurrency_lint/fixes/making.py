"""From findings to fixes: each finding's own, and those of a file put together."""

from __future__ import annotations

import importlib
import pkgutil
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from concurrency_lint.config import Settings
from concurrency_lint.findings import Edit, Finding, Fix, Span
from concurrency_lint.fixes import fixers
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.imports import Imports, NameTakenError
from concurrency_lint.fixes.runtimes import Runtimes
from concurrency_lint.fixes.source import Source, UneditableError

Fixer = Callable[[Site], Draft]


@lru_cache(maxsize=1)
def all_fixers() -> dict[str, Fixer]:
    """The fixers by name: one module each."""
    names = [module.name for module in pkgutil.iter_modules(fixers.__path__, fixers.__name__ + ".")]
    modules = [importlib.import_module(name) for name in names]
    return {module.name: module.draft for module in modules}


class FileFixes:
    """The fixes of the findings of one file."""

    def __init__(self, path: str, data: bytes, settings: Settings, runtimes: Runtimes) -> None:
        self._settings, self._runtimes = settings, runtimes
        self._problem = ""
        try:
            self.source = Source(path, data)
            self._imports = Imports(self.source)
        except UneditableError as error:
            self._problem = str(error)

    def draft(self, finding: Finding) -> Draft:
        """What the finding's fixer makes of it. Raises `RefusedError`."""
        if finding.fix is None or finding.fix.refusal:
            raise RefusedError(finding.fix.refusal if finding.fix is not None else "the rule has no fix")
        if self._problem:
            raise RefusedError(self._problem)
        try:
            return all_fixers()[finding.fix.fixer](Site(finding, self.source, self._imports, self._runtimes))
        except UneditableError as error:
            raise RefusedError(str(error)) from error
        except NameTakenError as error:
            raise RefusedError(f"the name `{error}` means something else in this module") from error

    def complete(self, drafts: Sequence[Draft]) -> tuple[Edit, ...]:
        """The edits of drafts that do not overlap, with those of the imports, in order."""
        edits = {edit for draft in drafts for edit in draft.edits}
        roots = {root for draft in drafts for root in draft.imports}
        every = [*edits, *self._imports.unneeded(list(edits)), *self._imports.adding(roots)]
        return tuple(sorted(every, key=self.source.offsets))

    def fix(self, finding: Finding) -> Fix | None:
        """The fix of one finding; None where its rule has none."""
        if finding.fix is None:
            return None
        try:
            draft = self.draft(finding)
        except RefusedError as error:
            return Fix(applicability="display-only", title=f"No fix: {error}")
        return Fix(applicability=draft.applicability, title=draft.title, edits=self.complete([draft]))

    def apply(self, findings: Iterable[Finding], *, unsafe: bool) -> tuple[bytes, list[tuple[Finding, Draft]]]:
        """The file with as many fixes as do not overlap, and which findings they are of."""
        chosen: list[tuple[Finding, Draft]] = []
        taken: list[Span] = []
        for finding in findings:
            try:
                draft = self.draft(finding)
            except RefusedError:
                continue
            stretch = draft.stretch
            if (draft.applicability == "safe" or unsafe) and not any(_overlap(stretch, other) for other in taken):
                taken.append(stretch)
                chosen.append((finding, draft))
        if not chosen:
            return b"" if self._problem else self.source.data, []
        whole = self._written([draft for _, draft in chosen])
        if whole is not None:
            return whole, chosen
        # Something does not go together, or is wrong: one that goes by itself, and the others in the next round.
        for pair in chosen:
            alone = self._written([pair[1]])
            if alone is not None:
                return alone, [pair]
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


def _overlap(one: Span, other: Span) -> bool:
    return (one.line, one.column) < (other.end_line, other.end_column) and (other.line, other.column) < (
        one.end_line,
        one.end_column,
    )
