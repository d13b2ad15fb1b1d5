"""The parameter's annotation says which session it is: SQLAlchemy's synchronous one."""
from sqlalchemy import text
from sqlalchemy.orm import Session


async def active_users(db: Session) -> int:
    return db.scalar(text("SELECT count(*) FROM users WHERE active"))  # CNC105
