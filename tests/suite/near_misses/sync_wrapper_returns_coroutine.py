"""The sync method only makes the coroutine, which the caller awaits."""
import asyncio


class Client:
    def get(self, key: str):
        return self._get(key)

    async def _get(self, key: str) -> str:
        await asyncio.sleep(0.01)
        return key


async def read(client: Client) -> str:
    return await client.get("colour")
