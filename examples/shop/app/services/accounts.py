import anyio.to_thread
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.repositories.database import Customer
from app.services import passwords


class AccountService:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def sign_in(self, email: str, password: str) -> Customer | None:
        customer = await anyio.to_thread.run_sync(self._find, email)
        if customer is None or not self._accepts(customer, password):
            return None
        return customer

    def _accepts(self, customer: Customer, password: str) -> bool:
        return passwords.matches(password, customer.password_salt, customer.password_hash)

    def _find(self, email: str) -> Customer | None:
        return self._session.scalar(select(Customer).where(Customer.email == email))
