"""`len()` runs `__len__`, which counts documents in MongoDB."""
from pymongo import MongoClient


class Outbox:
    def __init__(self, client: MongoClient) -> None:
        self.messages = client["mail"]["outbox"]

    def __len__(self) -> int:
        return self.messages.count_documents({"sent": False})


async def backlog(outbox: Outbox) -> int:
    return len(outbox)  # CNC105
