"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless` rewrites goldens; markers are never rewritten."""
    parser.addoption("--bless", action="store_true", help="write the fixtures' goldens anew instead of comparing them")
