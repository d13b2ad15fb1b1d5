"""The suppression at the sink names another code, so it silences nothing here."""
from geo.lookup import country_of


async def greet(address: str) -> str:
    return f"hello to {country_of(address)}"  # CNC102
