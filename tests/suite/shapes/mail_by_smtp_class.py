"""Mail is sent by a class round smtplib, whose connection is a context manager of its own."""
import asyncio
import smtplib
import ssl
from email.message import EmailMessage

import sendgrid
from sendgrid.helpers.mail import Mail


class Mailer:
    def __init__(self, host: str) -> None:
        self.host = host

    def _connect(self) -> smtplib.SMTP:
        server = smtplib.SMTP(self.host, 587)
        server.starttls(context=ssl.create_default_context())
        return server

    def deliver(self, message: EmailMessage) -> None:
        with self._connect() as server:
            server.send_message(message)

    async def send(self, to: str) -> None:
        message = EmailMessage()
        message["To"] = to
        self.deliver(message)  # CNC103 CNC107

    async def send_elsewhere(self, to: str) -> None:
        await asyncio.to_thread(self.deliver, EmailMessage())


class SendGridMailer:
    def __init__(self, key: str) -> None:
        self.client = sendgrid.SendGridAPIClient(api_key=key)

    async def send(self, mail: Mail) -> int:
        return self.client.send(mail).status_code  # CNC102
