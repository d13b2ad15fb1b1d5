"""Facts that stand at a place in a module: what rules of all practices have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from concurrency_lint.findings import Span, Step

if TYPE_CHECKING:
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.text import Texts
    from concurrency_lint.project.values import Function


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """Something at `span`; `symbol` is the dotted name of the function around it, or of the module."""

    path: str
    span: Span
    symbol: str


class Spots:
    """Spans of operations and definitions."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def of_operation(self, module: LinkedModule, operation: Operation) -> Span:
        """Where an operation stands."""
        return self._texts.of(module.path).span(operation)

    def of_definition(self, module: LinkedModule, function: int) -> Span:
        """The name in a `def`."""
        fact = module.facts.functions[function]
        return self.of_word(module, fact.line, fact.name)

    def of_word(self, module: LinkedModule, line: int, word: str) -> Span:
        """A word on a line; the line's beginning where it does not stand there."""
        text = self.line(module, line)
        column = max(text.find(word), 0)
        return Span(line, column, line, column + max(len(word), 1))

    def line(self, module: LinkedModule, number: int) -> str:
        """The text of a line."""
        lines = self._texts.of(module.path).lines
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def lines(self, module: LinkedModule) -> Sequence[str]:
        """The module's lines."""
        return self._texts.of(module.path).lines

    def quote(self, module: LinkedModule, operation: Operation) -> str:
        """The source of an operation, shortened where it is long."""
        text = self._texts.of(module.path)
        return text.quote(text.span(operation))

    def step(self, module: LinkedModule, operation: Operation, target: str) -> Step:
        """A hop of a chain."""
        text = self._texts.of(module.path)
        span = text.span(operation)
        return Step(module.path, span, text.quote(span), target)


def shown(function: Function) -> str:
    """A function as chains name it."""
    symbol: str = function.fact.symbol
    return symbol.rpartition(".<locals>.")[2]
