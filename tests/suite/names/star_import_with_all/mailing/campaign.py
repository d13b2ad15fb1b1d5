"""`__all__` names an underscore function, so the star import brings it, and it sends mail synchronously."""
from mailing.smtp import *


async def welcome(recipient: str) -> None:
    _deliver("noreply@example.com", recipient, "Welcome aboard")  # CNC107
