"""A use case is given its repository through the constructor, as an abstract class with one implementation."""
from abc import ABC, abstractmethod
from dataclasses import dataclass


@dataclass
class User:
    id: int
    email: str


class UserRepository(ABC):
    @abstractmethod
    def by_id(self, user_id: int) -> User | None: ...


class InvoiceUser:
    def __init__(self, users: UserRepository) -> None:
        self._users = users

    async def execute(self, user_id: int) -> str:
        user = self._users.by_id(user_id)  # CNC105
        return user.email if user else ""

    def label(self, user: User) -> str:
        return f"<{user.email}>"
