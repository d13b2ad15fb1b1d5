"""What a rule is, and the table of all rules, filled by importing every rule file once."""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

import concurrency_lint.rules as rules_package
from concurrency_lint.findings import Finding, FixRequest, Severity, Span, Step

if TYPE_CHECKING:
    from concurrency_lint.project import Project

DOCS_URL = "https://concurrency-lint.readthedocs.io/en/latest/rules.html"

Check = Callable[[Any, "Project"], Iterable[Finding]]


class Rule(msgspec.Struct, kw_only=True):
    """One rule: its words, and the checks that it hangs on fact types.

    `summary` is the message with keyword placeholders; `help` the way out in one or two sentences; `explanation`
    holds the `Bad:`, `Good:` and `Limits:` blocks. `opt_in` rules run only when a selection names them; `always_on`
    ones under any selection. `fix` is `safe`, `unsafe` or `-`, with `fix_note` saying what it writes.
    """

    code: str
    name: str
    summary: str
    help: str
    since: str
    explanation: str
    severity: Severity = Severity.WARNING
    opt_in: bool = False
    always_on: bool = False
    fix: str = "-"
    fix_note: str = ""
    stands_for: tuple[str, ...] = ()
    """Codes that say less of the same defect, where both are enabled."""
    document: str = ""
    """The name of the file that the examples are, where they are not Python."""
    checks: list[tuple[type, Check]] = []

    @property
    def url(self) -> str:
        """The rule's anchor in docs/rules.md, as published."""
        return f"{DOCS_URL}#{self.code.lower()}"

    @property
    def family(self) -> str:
        """The folder the rule stands in: eventloop, celery, messaging, pools or testing."""
        return _FAMILIES[self.code[3]]

    @property
    def text(self) -> str:
        """The explanation with its indentation taken off."""
        return textwrap.dedent(self.explanation).strip()

    def on(self, fact_type: type) -> Callable[[Check], Check]:
        """Register the decorated function for every `fact_type` of a checked module."""

        def register(check: Check) -> Check:
            self.checks.append((fact_type, check))
            return check

        return register

    def at(
        self,
        path: str,
        span: Span,
        symbol: str,
        *,
        severity: Severity | None = None,
        help: str | None = None,
        sink: str = "",
        chain: tuple[Step, ...] = (),
        fix: FixRequest | None = None,
        **words: str,
    ) -> Finding:
        """A finding of this rule; `words` fill the placeholders of `summary`."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            message=self.summary.format(sink=sink, **words),
            path=path,
            span=span,
            symbol=symbol,
            help=help or self.help,
            url=self.url,
            sink=sink,
            chain=chain,
            fix=fix,
        )


_FAMILIES = {"1": "eventloop", "2": "celery", "3": "messaging", "4": "pools", "5": "testing", "9": "general"}


@lru_cache(maxsize=1)
def all_rules() -> dict[str, Rule]:
    """Every rule by code, in order of code. Raises ValueError on a rule file without a rule or a code used twice."""
    found: dict[str, Rule] = {}
    for module_name in _rule_modules():
        rule = getattr(importlib.import_module(module_name), "rule", None)
        if not isinstance(rule, Rule):
            raise ValueError(f"{module_name} registers no rule")
        if rule.code in found:
            raise ValueError(f"{rule.code} is registered twice: {module_name}")
        found[rule.code] = rule
    return dict(sorted(found.items()))


def _rule_modules() -> Iterator[str]:
    for family in pkgutil.iter_modules(rules_package.__path__, rules_package.__name__ + "."):
        if family.ispkg:
            package = importlib.import_module(family.name)
            for module in pkgutil.iter_modules(package.__path__, family.name + "."):
                if not module.name.rsplit(".", 1)[1].startswith("_"):
                    yield module.name
