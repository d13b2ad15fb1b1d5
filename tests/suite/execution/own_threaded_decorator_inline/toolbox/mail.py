"""A decorator called `threaded` whose wrapper calls the function inline: the call blocks."""
import smtplib

from .background import threaded


@threaded
def send(recipient: str, body: str) -> None:
    smtplib.SMTP("mail.example.com").sendmail("shop@example.com", recipient, body)


async def order_shipped(recipient: str) -> None:
    send(recipient, "It is on its way")  # CNC107
