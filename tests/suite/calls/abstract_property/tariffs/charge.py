"""The abstract property has one implementation, in another module, and it fetches the price over HTTP."""
from .base import Tariff


async def cost(tariff: Tariff, kwh: float) -> float:
    return tariff.price * kwh  # CNC102
