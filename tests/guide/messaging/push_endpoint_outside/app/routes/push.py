"""A push subscription, received among the routes."""
import base64
from fastapi import APIRouter, Request
from app.events import OrderPlaced
router = APIRouter()
@router.post("/push/orders", status_code=204)  # CNC301
async def received(request: Request):
    envelope = await request.json()
    OrderPlaced.model_validate_json(base64.b64decode(envelope["message"]["data"]))
