import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from app.settings import Settings


class Mailer:
    def __init__(self, settings: Settings) -> None:
        self._host = settings.smtp_host

    def send(self, to: str, subject: str, text: str, attachment: bytes | None = None) -> None:
        message = EmailMessage()
        message["From"] = "shop@example.com"
        message["To"] = to
        message["Subject"] = subject
        message.set_content(text)
        if attachment is not None:
            message.add_attachment(attachment, maintype="application", subtype="pdf", filename="invoice.pdf")
        with self._connection() as connection:
            connection.send_message(message)

    @contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        connection = smtplib.SMTP(self._host, timeout=10)
        try:
            connection.starttls()
            yield connection
        finally:
            connection.quit()
