"""Eager tasks for all tests."""
import pytest
@pytest.fixture(scope="session")
def celery_config():
    return {"task_always_eager": True, "broker_url": "memory://"}  # CNC501
