from app.broker import broker
from app.models import Balance, Booked
balances: dict[str, int] = {}
@broker.subscriber("bookings", group_id="ledger")
@broker.publisher("balances")
async def booked(message: Booked) -> Balance:
    balances[message.account] = balances.get(message.account, 0) + message.cents
    return Balance(event_id=message.event_id, account=message.account, cents=balances[message.account])
