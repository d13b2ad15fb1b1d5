"""A context variable that holds an asynchronous session."""

from contextvars import ContextVar
from sqlalchemy.ext.asyncio import AsyncSession

session: ContextVar[AsyncSession] = ContextVar("s")


async def go():
    s = session.get()
    await s.execute("select 1")
    token = session.set(s)
    session.reset(token)
