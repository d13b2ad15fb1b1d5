"""Connecting to the mail server and sending a message are two network conversations."""
import smtplib
from email.message import EmailMessage


async def send(message: EmailMessage) -> None:
    with smtplib.SMTP("mail.example.com") as server:  # CNC107
        server.send_message(message)  # CNC107
