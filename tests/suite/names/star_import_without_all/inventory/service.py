"""A star import without `__all__` brings every public name, the blocking helper among them."""
from inventory.transport import *


async def in_stock(sku: str) -> bool:
    return fetch_stock(sku) > 0  # CNC102
