# offload: asyncio anyio
import time


class Query:
    def where(self, name):
        self.name = name
        return self

    def all(self, *, limit):
        time.sleep(0.01)
        return [self.name] * limit


async def main():
    return Query().where("a").all(limit=2)
