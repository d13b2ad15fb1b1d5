# offload: asyncio anyio
import time


class Page:
    def fetched(self):
        time.sleep(0.01)
        return self

    def parsed(self):
        time.sleep(0.01)
        return "parsed"


async def main():
    return Page().fetched().parsed()
