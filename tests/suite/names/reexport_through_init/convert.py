"""The package re-exports the helper in its `__init__`; behind it urllib3 blocks."""
from currency import fetch_rate


async def convert(amount: float, pair: str) -> float:
    return amount * float(fetch_rate(pair))  # CNC102
