"""Creating the tables through an async connection's `run_sync` does not block the loop."""
from sqlalchemy import MetaData
from sqlalchemy.ext.asyncio import create_async_engine

metadata = MetaData()
engine = create_async_engine("postgresql+asyncpg://app")


async def create_tables() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
