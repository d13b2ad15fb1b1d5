"""The field's annotation is vague, but its default factory builds a requests session."""
from dataclasses import dataclass, field
from typing import Any

import requests


@dataclass
class Gateway:
    base: str
    session: Any = field(default_factory=requests.Session)

    async def refund(self, charge: str) -> bool:
        return self.session.post(f"{self.base}/refunds/{charge}").ok  # CNC102
