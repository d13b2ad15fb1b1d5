"""The receiver's type is the class whose constructor was called two lines above."""
import requests


async def unread_tickets(token: str) -> int:
    session = requests.Session()
    session.headers["X-Token"] = token
    return session.get("https://desk.example.com/unread").json()["count"]  # CNC102
