from .base import AsyncMongoBase, HttpMixin, MongoBase


class Users(HttpMixin, MongoBase):
    collection_name = "users"

    async def one(self, user_id: str) -> dict:
        return self.collection.find_one({"_id": user_id})  # CNC105

    async def profile(self, user_id: str) -> dict:
        return self._get(f"/users/{user_id}")  # CNC102

    async def everyone(self) -> list[dict]:
        return list(self.collection.find({}))  # CNC105

    async def query(self):
        return self.collection.find({})


class AsyncUsers(AsyncMongoBase):
    async def one(self, user_id: str) -> dict:
        return await self.collection.find_one({"_id": user_id})
