from unittest.mock import AsyncMock
from app.publishing import Publisher
from app.schemas import Alarm
async def test_emit():
    stream = AsyncMock()
    await Publisher(stream).emit("alarms", Alarm(event_id="1", sensor="a"), "1")
    stream.publish.assert_awaited_once()
