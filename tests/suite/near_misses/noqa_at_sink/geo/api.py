"""The suppression at the sink in the helper silences every chain that ends there."""
from geo.lookup import country_of


async def greet(address: str) -> str:
    return f"hello to {country_of(address)}"
