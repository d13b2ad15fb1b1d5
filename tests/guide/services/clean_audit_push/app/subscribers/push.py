import base64
from typing import Annotated
from fastapi import APIRouter, Body
from pydantic import BaseModel
from app.events import Changed
router = APIRouter()
class Message(BaseModel):
    data: str
    attributes: dict[str, str] = {}
    messageId: str
class Envelope(BaseModel):
    message: Message
    subscription: str
@router.post("/push/changes", status_code=204)
async def changed(envelope: Annotated[Envelope, Body()]) -> None:
    event = Changed.model_validate_json(base64.b64decode(envelope.message.data))
    await keep(event)
async def keep(event: Changed) -> None: ...
