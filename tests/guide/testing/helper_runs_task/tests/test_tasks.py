"""The task is run by a helper of a helper."""
import pytest
from tests.runs import run
def test_run():  # CNC503
    run(1)
@pytest.mark.timeout(40)
def test_run_in_time():
    run(1)
