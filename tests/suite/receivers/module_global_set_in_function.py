"""The global starts as None and gets its client in a function that declares it `global`."""
from pymongo import MongoClient

_client = None


def configure(uri: str) -> None:
    global _client
    _client = MongoClient(uri)


async def databases() -> list[str]:
    return _client.list_database_names()  # CNC105
