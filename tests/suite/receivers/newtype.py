"""A NewType over Session is a Session with a name of its own."""
from typing import NewType

from sqlalchemy import text
from sqlalchemy.orm import Session

ReplicaSession = NewType("ReplicaSession", Session)


async def purge(db: ReplicaSession) -> None:
    db.execute(text("DELETE FROM events WHERE expired"))  # CNC105
