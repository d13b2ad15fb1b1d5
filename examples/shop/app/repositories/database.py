from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

from app.settings import get_settings

engine = create_engine(get_settings().database_url, pool_pre_ping=True)
SessionFactory = sessionmaker(engine, expire_on_commit=False)


class Model(DeclarativeBase):
    pass


class Customer(Model):
    __tablename__ = "customers"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    password_salt: Mapped[bytes]
    password_hash: Mapped[bytes]


class Order(Model):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int]
    sku: Mapped[str]
    grams: Mapped[int]
    postcode: Mapped[str]
    tracking: Mapped[str | None]
    placed_at: Mapped[datetime]


def get_session() -> Iterator[Session]:
    with SessionFactory() as session:
        yield session
