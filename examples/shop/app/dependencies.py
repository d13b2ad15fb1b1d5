import hmac
from typing import Annotated

from fastapi import Depends, Header, HTTPException, Request
from sqlalchemy.orm import Session

from app.clients.carrier import CarrierClient
from app.repositories.database import get_session
from app.repositories.orders import OrderRepository
from app.services.accounts import AccountService
from app.services.invoices import InvoiceService
from app.services.shipping import ShippingService
from app.settings import get_settings
from app.storage import open_storage

Database = Annotated[Session, Depends(get_session)]


def get_orders(session: Database) -> OrderRepository:
    return OrderRepository(session)


Orders = Annotated[OrderRepository, Depends(get_orders)]


def get_accounts(session: Database) -> AccountService:
    return AccountService(session)


def get_shipping(orders: Orders) -> ShippingService:
    return ShippingService(orders, CarrierClient(get_settings()))


def get_invoices() -> InvoiceService:
    return InvoiceService(open_storage(get_settings()))


Accounts = Annotated[AccountService, Depends(get_accounts)]
Shipping = Annotated[ShippingService, Depends(get_shipping)]
Invoices = Annotated[InvoiceService, Depends(get_invoices)]


async def signed_by_carrier(request: Request, signature: Annotated[str, Header(alias="X-Signature")]) -> None:
    expected = hmac.digest(get_settings().webhook_key, await request.body(), "sha256").hex()
    if not hmac.compare_digest(expected, signature):
        raise HTTPException(401, "bad signature")
