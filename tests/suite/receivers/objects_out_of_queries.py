"""A query gives objects of the class that it asks for, and their methods may block."""
import concurrent.futures

import requests
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Webhook(Base):
    __tablename__ = "webhooks"

    def notify(self):
        requests.post(self.url)

    def title(self):
        return self.name.title()


def connect():
    return requests.Session()


def find(session: Session):
    return session.query(Webhook).filter_by(id=1).first()


async def chained(session: AsyncSession):
    webhook = await session.run_sync(find)
    webhook.notify()  # CNC102
    webhook.title()


async def selected(session: AsyncSession):
    rows = await session.execute(select(Webhook).where(Webhook.id == 1).limit(2))
    rows.scalars().first().notify()  # CNC102
    for webhook in (await session.scalars(select(Webhook))).all():
        webhook.notify()  # CNC102
        webhook.title()
    found = await session.scalar(select(Webhook))
    if found:
        found.notify()  # CNC102


async def columns(session: AsyncSession):
    rows = await session.execute(select(Webhook.id, Webhook.name))
    rows.first().notify()
    several = await session.execute(select(Webhook, Base))
    several.scalars().first().notify()


async def out_of_a_future(pool: concurrent.futures.Executor):
    future = pool.submit(connect)
    client = future.result()  # CNC106
    client.get("https://example.org")  # CNC102
