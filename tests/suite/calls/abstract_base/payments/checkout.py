"""The port is abstract; its one implementation, in another module, posts with requests."""
from payments.ports import PaymentPort


class Checkout:
    def __init__(self, payments: PaymentPort) -> None:
        self.payments = payments

    async def pay(self, cents: int, token: str) -> str:
        return self.payments.charge(cents, token)  # CNC102
