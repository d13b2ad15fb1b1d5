"""Django's `send_mail` talks to the mail server synchronously."""
from django.core.mail import send_mail


async def invite(address: str) -> None:
    send_mail("You are invited", "See you there", "events@example.com", [address])  # CNC107
