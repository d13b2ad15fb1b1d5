from app.repositories.prices import prices
from app.services.price_feed import feed


def current_price(sku: str) -> int | None:
    cached = prices.price_of(sku)
    return cached if cached is not None else feed.price_of(sku)
