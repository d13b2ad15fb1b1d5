"""The result of an awaited `AsyncSession.execute` is buffered, so reading it touches memory only."""
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def names(session: AsyncSession) -> list[str]:
    result = await session.execute(text("SELECT name FROM users"))
    return result.scalars().all()
