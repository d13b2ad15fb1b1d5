"""The annotation says what a generic object holds that is made beside it."""

from typing import Generic, TypeVar
import requests

T = TypeVar("T")


class Lazy(Generic[T]):
    def __init__(self, factory):
        self._factory = factory
        self._value: T | None = None

    def get(self) -> T:
        if self._value is None:
            self._value = self._factory()
        return self._value


session: Lazy[requests.Session] = Lazy(requests.Session)


async def fetch(url):
    return session.get().get(url)  # CNC102
