"""`anyio.to_thread.run_sync` runs the bound method of a sync session in a thread."""
import anyio.to_thread
from sqlalchemy.orm import Session


async def save(db: Session, item: object) -> None:
    db.add(item)
    await anyio.to_thread.run_sync(db.commit)
