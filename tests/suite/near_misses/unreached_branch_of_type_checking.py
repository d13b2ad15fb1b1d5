"""Code under `TYPE_CHECKING` never runs, and the name it imports is used in annotations only."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from requests import Response


async def status_line(reply: Response) -> str:
    return f"{reply.status_code} {reply.reason}"
