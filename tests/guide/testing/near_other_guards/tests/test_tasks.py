"""Tests that only look at the task, or stand in for it."""
import pytest
from tasks import build
def test_name():
    assert build.name == "tasks.build"
def test_stand_in(mocker):
    delay = mocker.patch("tasks.build.delay")
    build.delay(1)
    delay.assert_called_once_with(1)
@pytest.mark.skip
def test_skipped():
    build(1)
