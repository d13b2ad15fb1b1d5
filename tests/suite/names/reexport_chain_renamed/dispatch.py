"""Two package `__init__` files re-export the reader, each under a new name; it still reads a file."""
import warehouse


async def dispatch(shipment: str) -> int:
    return len(warehouse.manifest(shipment))  # CNC103
