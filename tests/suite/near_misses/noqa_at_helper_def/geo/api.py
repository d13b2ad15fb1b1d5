"""The suppression on the helper's `def` trusts that function, for direct and for longer chains."""
from geo import lookup


async def greet(address: str) -> str:
    return f"{lookup.country_of(address)} {lookup.city_of(address)}"
