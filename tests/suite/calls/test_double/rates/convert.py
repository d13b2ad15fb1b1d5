"""The only blocking override of `rate` is a fake in the tests, which production never uses."""
from rates.provider import RateProvider


async def convert(provider: RateProvider, amount: float, currency: str) -> float:
    return amount * provider.rate(currency)
