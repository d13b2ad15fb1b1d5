"""The loop variable over `list[requests.Session]` is a session."""
import requests


async def warm_up(sessions: list[requests.Session]) -> None:
    for session in sessions:
        session.options("https://api.example.com/")  # CNC102
