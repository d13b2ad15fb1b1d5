"""The test coroutine's parameter is the fixture of the same name in conftest: a requests session."""
import pytest


@pytest.mark.asyncio
async def test_health(api):
    assert api.get("http://localhost:8000/health").ok  # CNC102
