from app.broker import broker
from app.models import Booked
async def book(account: str, cents: int, event_id: str) -> None:
    await broker.publish(Booked(event_id=event_id, account=account, cents=cents), topic="bookings")
