from sqlalchemy import select
from sqlalchemy.orm import Session

from app.repositories.database import Order


class OrderRepository:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, order_id: int) -> Order | None:
        return self._session.get(Order, order_id)

    def latest_of(self, customer_id: int, limit: int = 20) -> list[Order]:
        query = select(Order).where(Order.customer_id == customer_id).order_by(Order.placed_at.desc()).limit(limit)
        return list(self._session.scalars(query))

    def save(self, order: Order) -> None:
        self._session.add(order)
        self._session.commit()
