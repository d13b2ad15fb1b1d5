from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel

from app.dependencies import Orders, Shipping, signed_by_carrier
from app.repositories.locks import exclusive

router = APIRouter(prefix="/webhooks", dependencies=[Depends(signed_by_carrier)])


class LabelLost(BaseModel):
    order_id: int
    service: str


@router.post("/label-lost")
async def label_lost(event: LabelLost, orders: Orders, shipping: Shipping) -> dict[str, str]:
    with exclusive(f"label:{event.order_id}"):
        order = orders.get(event.order_id)
        if order is None:
            raise HTTPException(404)
        return {"tracking": shipping.ship(order, event.service)}
