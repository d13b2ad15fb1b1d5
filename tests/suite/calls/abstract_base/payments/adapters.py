import requests

from payments.ports import PaymentPort


class StripePayments(PaymentPort):
    def charge(self, cents: int, token: str) -> str:
        return requests.post("https://api.pay.example.com/charges", data={"amount": cents, "source": token}).json()["id"]
