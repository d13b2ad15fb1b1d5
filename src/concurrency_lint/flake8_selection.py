"""Which codes flake8 will show for a file, so that one defect is not reported under a code that it drops."""

from __future__ import annotations

import argparse
from functools import lru_cache

import msgspec
from flake8.formatting.base import BaseFormatter
from flake8.style_guide import Decision, DecisionEngine, StyleGuideManager

from concurrency_lint.config import Settings
from concurrency_lint.rules.registry import all_rules
from concurrency_lint.suppressions import PerFileIgnores

# `--select C` is in many configurations for mccabe's C901; it is no wish for our opt-in rules.
_SHORTEST_PREFIX = "CNC"


class Flake8Selection:
    """flake8's `select`, `ignore`, their extensions and `per-file-ignores`, as flake8 itself reads them."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._guides = StyleGuideManager(options, BaseFormatter(options))
        selected = (*(options.select or ()), *(options.extend_select or ()))
        self._named = tuple(prefix for prefix in selected if prefix.startswith(_SHORTEST_PREFIX))
        # The same object for the same outcome: what the engine keeps for one module then serves the next.
        self._with = lru_cache(maxsize=256)(_with_codes)

    def apply(self, settings: Settings, path: str, display_name: str) -> Settings:
        """The settings for the file at `path`, which flake8 calls `display_name`."""
        decider: DecisionEngine = self._guides.style_guide_for(display_name).decider
        enabled = frozenset(
            code
            for code in PerFileIgnores(settings).left_in(path, frozenset(all_rules()))
            if (code in settings.enabled or code.startswith(self._named or ("-",)))
            and decider.decision_for(code) is Decision.Selected
        )
        return self._with(settings, enabled)


def _with_codes(settings: Settings, enabled: frozenset[str]) -> Settings:
    return settings if enabled == settings.enabled else msgspec.structs.replace(settings, enabled=enabled)
