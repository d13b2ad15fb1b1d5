from fastapi import APIRouter, HTTPException

from app.services.pricing import current_price

router = APIRouter(prefix="/articles", tags=["catalog"])


@router.get("/{sku}/price")
async def read_price(sku: str) -> dict[str, int]:
    cents = current_price(sku)
    if cents is None:
        raise HTTPException(404)
    return {"cents": cents}
