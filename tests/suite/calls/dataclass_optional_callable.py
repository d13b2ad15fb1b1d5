"""Optional hooks of a record, each of which may be passed or not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

import requests


@dataclass
class Hooks:
    before: Optional[Callable[[], None]] = None
    after: Callable[[], None] | None = None


def ping():
    requests.get("https://example.com", timeout=5)


def note():
    return None


hooks = Hooks(before=ping, after=note)


async def run():
    if hooks.before:
        hooks.before()  # CNC102
    if hooks.after:
        hooks.after()
