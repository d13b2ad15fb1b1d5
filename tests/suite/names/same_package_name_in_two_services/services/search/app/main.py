"""The same import in the other service means its own in-memory table."""
from app.clients import customer


async def search_summary(customer_id: int) -> dict:
    return {"customer": customer(customer_id)}
