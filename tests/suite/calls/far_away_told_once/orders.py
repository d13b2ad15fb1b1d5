"""Five steps above the file: told of once, at the first of the nearest calls. Near the request: at each."""
from far_away_told_once.layers import fetched, prepared, signed


async def created(url: str) -> str:
    signed(url)
    return fetched(url)  # CNC102


async def changed(url: str) -> str:
    signed(url)
    return fetched(url)  # CNC102


async def removed(url: str) -> tuple[str, dict[str, str]]:
    prepared(url)  # CNC103
    return prepared(url)
