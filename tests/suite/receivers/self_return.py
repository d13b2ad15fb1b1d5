"""Fluent methods are annotated with `Self`, so the chain ends on the same class and its blocking `send`."""
from typing import Self

import requests


class Mail:
    def __init__(self) -> None:
        self.fields: dict[str, str] = {}

    def to(self, address: str) -> Self:
        self.fields["to"] = address
        return self

    def subject(self, text: str) -> Self:
        self.fields["subject"] = text
        return self

    def send(self) -> None:
        requests.post("https://mail.example.com/v1/send", json=self.fields)


async def confirm(address: str) -> None:
    Mail().to(address).subject("Please confirm").send()  # CNC102
