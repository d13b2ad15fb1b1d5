"""`Optional[Session]` is a session once None has been ruled out."""
from typing import Optional

import requests


async def balance(iban: str, session: Optional[requests.Session] = None) -> float:
    if session is None:
        return 0.0
    return session.get(f"https://bank.example.com/{iban}").json()["balance"]  # CNC102
