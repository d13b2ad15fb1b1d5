"""Three dots lead two packages up to a module whose helper sleeps on the calling thread."""
from ... import clock


async def place_order(order: dict) -> dict:
    clock.wait_for_slot(0.5)  # CNC101
    return {"status": "placed", **order}
