from sqlmodel import Session, select

from .domain import User, UserRepository
from .tables import UserTable


class SqlUserRepository(UserRepository):
    def __init__(self, session: Session) -> None:
        self._session = session

    def by_id(self, user_id: int) -> User | None:
        row = self._session.exec(select(UserTable).where(UserTable.id == user_id)).first()
        return User(row.id, row.email) if row else None
