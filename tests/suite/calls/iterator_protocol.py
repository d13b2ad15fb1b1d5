"""A `for` loop over the object calls `__next__`, which fetches one page at a time."""
import requests


class Pages:
    def __init__(self, url: str) -> None:
        self.url = url

    def __iter__(self) -> "Pages":
        return self

    def __next__(self) -> list:
        page = requests.get(self.url).json()
        if not page["items"]:
            raise StopIteration
        self.url = page["next"]
        return page["items"]


async def count_issues(url: str) -> int:
    total = 0
    for items in Pages(url):  # CNC102
        total += len(items)
    return total
