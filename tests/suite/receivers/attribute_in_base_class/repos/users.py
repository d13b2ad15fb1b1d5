"""The attribute is set in the constructor of a base class in another module."""
from .base import Repository


class UserRepository(Repository):
    async def deactivate(self, user) -> None:
        user.active = False
        self.session.commit()  # CNC105
