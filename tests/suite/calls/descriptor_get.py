"""Attribute access runs the descriptor's `__get__`, which reads a secret from disk."""
from pathlib import Path


class Secret:
    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance, owner=None) -> str:
        return Path("/run/secrets", self.name).read_text().strip()


class MailerConfig:
    password = Secret("smtp_password")


async def login_line(config: MailerConfig) -> str:
    return f"AUTH {config.password}"  # CNC103
