from faststream.kafka import TestKafkaBroker
from app.broker import broker
from app.models import Booked
from app.subscribers.bookings import booked
async def test_booked():
    async with TestKafkaBroker(broker) as test:
        await test.publish(Booked(event_id="1", account="a", cents=5), topic="bookings")
        booked.mock.assert_called_once()
