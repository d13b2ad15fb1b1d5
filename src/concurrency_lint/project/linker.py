"""What linking works out once for all questions: values, the effects of operations, sites, and where code runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.effects import EffectFinder
from concurrency_lint.project.execution import Execution
from concurrency_lint.project.site_finder import SiteFinder

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator


class Linker:
    """The parts that remember their answers."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self.effects = EffectFinder(evaluator)
        self.execution = Execution(evaluator, self.effects)
        self.sites = SiteFinder(self.effects)
