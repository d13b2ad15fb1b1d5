"""Two services of a monorepo both call their package `app`; only this one's `app.clients` blocks."""
from app.clients import customer


async def order_summary(customer_id: int) -> dict:
    return {"customer": customer(customer_id)}  # CNC102
