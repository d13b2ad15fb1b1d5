import requests


def capture(charge_id: str) -> dict:
    return requests.post(f"https://pay.example.com/charges/{charge_id}/capture", timeout=15).json()
