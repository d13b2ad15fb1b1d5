"""Four steps above the file: told of at each call."""
from far_away_told_once.layers import headers


async def refunded() -> dict[str, str]:
    headers()  # CNC103
    return headers()  # CNC103
