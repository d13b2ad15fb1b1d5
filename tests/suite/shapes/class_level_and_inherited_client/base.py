"""A base class makes the client, in a mixin or as a class attribute, and subclasses use it under another name."""
import requests
from pymongo import AsyncMongoClient, MongoClient


class HttpMixin:
    _session = requests.Session()

    def _get(self, path: str) -> dict:
        return self._session.get(f"https://x{path}").json()


class MongoBase:
    collection_name = ""

    def __init__(self, client: MongoClient | None = None) -> None:
        self.db = (client or MongoClient())["app"]
        self.collection = self.db[self.collection_name]


class AsyncMongoBase:
    def __init__(self) -> None:
        self.collection = AsyncMongoClient()["app"]["users"]
