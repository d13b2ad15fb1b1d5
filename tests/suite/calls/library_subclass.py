"""A subclass of `requests.Session` inherits its blocking verbs."""
import requests


class BillingApi(requests.Session):
    def __init__(self, token: str) -> None:
        super().__init__()
        self.headers["Authorization"] = f"Bearer {token}"


async def open_invoices(token: str) -> list:
    api = BillingApi(token)
    return api.get("https://billing.example.com/invoices?state=open").json()  # CNC102
