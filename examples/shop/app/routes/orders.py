import anyio.to_thread
from fastapi import APIRouter, HTTPException, Response
from pydantic import BaseModel

from app.dependencies import Invoices, Orders, Shipping
from app.services.stock import stock
from app.tasks import email_invoice

router = APIRouter(prefix="/orders", tags=["orders"])


class Shipment(BaseModel):
    service: str


@router.get("/of/{customer_id}")
async def latest_orders(customer_id: int, orders: Orders) -> list[dict[str, object]]:
    return [{"id": order.id, "sku": order.sku} for order in orders.latest_of(customer_id)]


@router.get("/{order_id}")
def read_order(order_id: int, orders: Orders) -> dict[str, object]:
    order = orders.get(order_id)
    if order is None:
        raise HTTPException(404)
    return {"id": order.id, "sku": order.sku, "tracking": order.tracking}


@router.get("/{order_id}/rate")
async def cheapest_rate(order_id: int, orders: Orders, shipping: Shipping) -> dict[str, object]:
    order = await anyio.to_thread.run_sync(orders.get, order_id)
    if order is None:
        raise HTTPException(404)
    return shipping.cheapest(order)


@router.post("/{order_id}/reservation", status_code=201)
async def reserve(order_id: int, sku: str) -> dict[str, bool]:
    return {"reserved": await stock.reserve(sku, order_id)}


@router.post("/{order_id}/shipment", status_code=202)
async def ship(order_id: int, shipment: Shipment, orders: Orders, shipping: Shipping) -> dict[str, str]:
    order = await anyio.to_thread.run_sync(orders.get, order_id)
    if order is None:
        raise HTTPException(404)
    tracking = await anyio.to_thread.run_sync(shipping.ship, order, shipment.service)
    await anyio.to_thread.run_sync(email_invoice.delay, order_id, tracking)
    return {"tracking": tracking}


@router.post("/{order_id}/invoice")
async def issue_invoice(order_id: int, orders: Orders, invoices: Invoices) -> Response:
    order = await anyio.to_thread.run_sync(orders.get, order_id)
    if order is None:
        raise HTTPException(404)
    return Response(invoices.issue(order), media_type="application/pdf")


@router.get("/{order_id}/invoice")
async def read_invoice(order_id: int, invoices: Invoices) -> Response:
    return Response(invoices.stored(order_id), media_type="application/pdf")
