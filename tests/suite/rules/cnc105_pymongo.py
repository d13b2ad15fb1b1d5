"""Collections reached by attribute and by item are the same blocking collection; its cursor is read by the loop."""
from pymongo import MongoClient

mongo = MongoClient("mongodb://mongo:27017")


async def merge_duplicates(email: str) -> int:
    merged = 0
    for user in mongo.crm["users"].find({"email": email}):  # CNC105
        mongo["crm"].archive.insert_one(user)  # CNC105
        merged += 1
    return merged
