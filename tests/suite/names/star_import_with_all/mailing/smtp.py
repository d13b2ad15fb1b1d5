import smtplib

__all__ = ["_deliver"]


def _deliver(sender: str, recipient: str, body: str) -> None:
    smtplib.SMTP("mail.example.com").sendmail(sender, [recipient], body)
