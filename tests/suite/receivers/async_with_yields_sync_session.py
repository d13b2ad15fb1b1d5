"""An async context manager hands out a synchronous SQLAlchemy session."""
from contextlib import asynccontextmanager

from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

engine = create_engine("postgresql+psycopg2://app@db/app")


@asynccontextmanager
async def unit_of_work():
    session = Session(engine)
    yield session


async def archive(order_id: int) -> None:
    async with unit_of_work() as session:
        session.execute(text("UPDATE orders SET archived = true WHERE id = :id"), {"id": order_id})  # CNC105
