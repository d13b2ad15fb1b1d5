"""`__all__` leaves the blocking `lookup` out of the star import, so the name keeps its in-memory meaning."""
from quotes.memory import lookup
from quotes.exchange import *


async def quote(symbol: str) -> dict:
    return {"source": EXCHANGE, "price": lookup(symbol)}
