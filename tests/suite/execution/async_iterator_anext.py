"""`__anext__` blocks for each item; the `async for` in the consumer is not the place to act."""
import requests


class Pages:
    def __init__(self, url: str) -> None:
        self.url = url

    def __aiter__(self):
        return self

    async def __anext__(self) -> dict:
        page = requests.get(self.url).json()  # CNC102
        if not page:
            raise StopAsyncIteration
        return page


async def count(url: str) -> int:
    total = 0
    async for page in Pages(url):
        total += len(page)
    return total
