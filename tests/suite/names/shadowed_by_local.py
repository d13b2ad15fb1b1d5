"""A local assignment hides the builtin `open` in the whole function; it counts orders, no file is opened."""


async def opening_balance(orders: list[dict]) -> float:
    open = lambda kind: [o["total"] for o in orders if o["kind"] == kind]
    return sum(open("credit")) - sum(open("debit"))
