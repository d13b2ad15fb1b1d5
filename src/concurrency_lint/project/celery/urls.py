"""Broker URLs: their schemes, and which files belong to production."""

from __future__ import annotations

import fnmatch
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrency_lint.config import Settings


def schemes_of(url: str) -> list[str]:
    """The schemes of a broker URL, which may be several joined by semicolons; the default broker's where empty."""
    return [each.partition("://")[0].strip().lower().partition("+")[0] for each in url.split(";") if each.strip()]


def is_production(path: str, settings: Settings) -> bool:
    """Whether a file, or a folder it stands in, has a name that production's configuration has."""
    parts = os.path.relpath(path, settings.root).split(os.sep)
    parts[-1] = parts[-1].rpartition(".")[0]
    return any(fnmatch.fnmatchcase(part.lower(), pattern) for part in parts for pattern in settings.production_files)
