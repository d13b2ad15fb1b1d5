"""`find` returns a cursor without asking the server; a thread reads it."""
import asyncio

from pymongo import MongoClient

events = MongoClient("mongodb://mongo")["app"]["events"]


async def recent(kind: str) -> list[dict]:
    cursor = events.find({"kind": kind}).sort("at", -1).limit(20)
    return await asyncio.to_thread(list, cursor)
