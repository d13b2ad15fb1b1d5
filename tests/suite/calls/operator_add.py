"""The `+` operator runs `__add__`, which converts the currency with a web request."""
import requests


class Money:
    def __init__(self, amount: float, currency: str) -> None:
        self.amount = amount
        self.currency = currency

    def __add__(self, other: "Money") -> "Money":
        rate = requests.get(f"https://fx.example.com/{other.currency}/{self.currency}").json()
        return Money(self.amount + other.amount * rate, self.currency)


async def cart_total(goods: Money, shipping: Money) -> float:
    total = goods + shipping  # CNC102
    return total.amount
