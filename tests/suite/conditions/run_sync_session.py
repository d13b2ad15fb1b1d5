"""`AsyncSession.run_sync` runs the function in a greenlet, where database calls of the session are awaited."""
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


def open_orders(session: Session, model: type[Base]) -> list[Base]:
    return session.query(model).filter_by(state="open").all()


async def report(session: AsyncSession, model: type[Base]) -> int:
    await session.run_sync(lambda s: s.commit())
    return len(await session.run_sync(open_orders, model))
