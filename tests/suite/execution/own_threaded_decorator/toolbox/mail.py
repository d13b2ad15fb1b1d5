"""The project's own decorator hands the function to a pool: its body shows that, whatever its name."""
import smtplib

from .aio import threaded


@threaded
def send(recipient: str, body: str) -> None:
    with smtplib.SMTP("mail.example.com") as server:
        server.sendmail("shop@example.com", recipient, body)


async def order_shipped(recipient: str) -> None:
    await send(recipient, "It is on its way")
