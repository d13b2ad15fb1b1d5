"""Building a query runs nothing: the database is asked in the thread that calls `first`."""
import asyncio

from sqlalchemy.orm import Session

from crm.models import Contact


async def contact(db: Session, email: str) -> object:
    query = db.query(Contact).filter(Contact.email == email).order_by(Contact.id)
    return await asyncio.to_thread(query.first)
