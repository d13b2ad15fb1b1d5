"""A generic holder gives back what it holds, by its type argument."""
from typing import Generic, TypeVar

import httpx
import redis

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    def get(self) -> T:
        return self.value


class Repository(Generic[T]):
    client: T

    def one(self) -> T:
        return self.client


class Redises(Repository[redis.Redis]):
    pass


async def boxed(box: Box[redis.Redis]):
    return box.get().get("key")  # CNC105


async def attribute(box: Box[redis.Redis]):
    return box.value.get("key")  # CNC105


async def made():
    box = Box(httpx.Client())
    return box.get().get("https://x")  # CNC102


async def inherited(repository: Redises):
    return repository.one().get("key")  # CNC105


async def awaited(box: Box[httpx.AsyncClient]):
    return await box.get().get("https://x")
