import requests

BASE = "https://stock.example.com"


def fetch_stock(sku: str) -> int:
    return requests.get(f"{BASE}/{sku}").json()["count"]
