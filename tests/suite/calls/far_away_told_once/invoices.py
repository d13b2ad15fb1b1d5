"""Another module tells of it itself."""
from far_away_told_once.layers import signed


async def sent(url: str) -> None:
    signed(url)  # CNC103
    signed(url)


async def paid(url: str) -> None:
    signed(url)
