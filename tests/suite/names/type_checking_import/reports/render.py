"""The class is imported for annotations only, yet it says what `store.load` is: a blocking file read."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.store import TemplateStore


async def render_invoice(store: TemplateStore, number: int) -> str:
    template = store.load("invoice.html")  # CNC103
    return template.format(number=number)
