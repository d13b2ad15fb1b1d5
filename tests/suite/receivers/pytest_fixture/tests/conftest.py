import pytest
import requests


@pytest.fixture
def api():
    session = requests.Session()
    session.headers["X-Test"] = "1"
    yield session
    session.close()
