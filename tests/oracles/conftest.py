"""Oracles: claims of the catalogue, compared with what the real libraries do when they run."""

from __future__ import annotations

from pathlib import Path

import pytest

from places import Claims, Witness

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.oracle)


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture(scope="session")
def claims() -> Claims:
    return Claims()
