"""The metadata of a declared base creates tables through the engine."""

from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, declarative_base

Base = declarative_base()
engine = create_engine("sqlite://")


class Newer(DeclarativeBase):
    pass


class Track(Newer):
    __tablename__ = "tracks"


async def set_up() -> None:
    Base.metadata.create_all(engine)  # CNC105
    Newer.metadata.drop_all(bind=engine)  # CNC105


async def describe() -> list[str]:
    return [table.name for table in Track.metadata.sorted_tables]


async def set_up_without_waiting() -> None:
    async with create_async_engine("sqlite+aiosqlite://").begin() as connection:
        await connection.run_sync(Newer.metadata.create_all)
