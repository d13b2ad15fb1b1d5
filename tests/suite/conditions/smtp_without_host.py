"""Without a host the constructor does not connect; `connect` does."""
import smtplib


async def reach(host: str) -> int:
    server = smtplib.SMTP(timeout=5)
    code, _banner = server.connect(host, 25)  # CNC107
    return code
