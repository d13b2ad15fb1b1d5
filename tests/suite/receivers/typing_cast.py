"""`cast` says that the untyped application state holds a requests session."""
from typing import Any, cast

import requests


async def relay(state: dict[str, Any], payload: dict) -> None:
    session = cast(requests.Session, state["http"])
    session.post("https://relay.example.com", json=payload)  # CNC102
