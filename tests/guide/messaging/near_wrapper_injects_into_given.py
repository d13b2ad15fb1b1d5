"""A helper that completes the headers of its callers."""
from typing import Any
from nats.aio.client import Client
from opentelemetry.propagate import inject
from pydantic import BaseModel
async def emit(client: Client, subject: str, event: BaseModel, headers: dict[str, Any] | None = None) -> None:
    headers = dict(headers or {})
    inject(headers)
    await client.publish(subject, event.model_dump_json().encode(), headers=headers)
async def placed(client: Client, event: BaseModel) -> None:
    await emit(client, "orders", event, {"kind": "placed"})
    await emit(client, "orders", event)
