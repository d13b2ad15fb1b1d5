"""Entering `engine.begin()` connects, and each statement is a round trip."""
from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://warehouse")


async def reset_counters() -> None:
    with engine.begin() as connection:  # CNC105
        connection.execute(text("UPDATE counters SET value = 0"))  # CNC105
