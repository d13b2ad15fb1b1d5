"""The name bound by an assignment expression in the condition is a session."""
import requests


def current_session(user: str):
    return requests.Session() if user else None


async def profile(user: str) -> dict:
    if (session := current_session(user)) is not None:
        return session.get(f"https://id.example.com/{user}").json()  # CNC102
    return {}
