"""`AsyncMongoClient` has the same method names, and its calls are awaited."""
from pymongo import AsyncMongoClient

client = AsyncMongoClient("mongodb://mongo")


async def newest(user: str) -> dict | None:
    async for post in client.blog.posts.find({"user": user}).sort("created", -1):
        return post
    return await client.blog.drafts.find_one({"user": user})
