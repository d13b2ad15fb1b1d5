"""A parser of feeds keeps what it parsed, and lxml and Beautiful Soup do the work."""
import aiohttp
from bs4 import BeautifulSoup
from lxml import etree
from lxml.html import fromstring


class Page:
    def __init__(self, text: str) -> None:
        self.soup = BeautifulSoup(text, "lxml")

    @property
    def title(self) -> str:
        return self.soup.title.string


class Feed:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def page(self, url: str) -> Page:
        async with self._session.get(url) as response:
            return Page(await response.text())  # CNC108

    async def entries(self, url: str) -> list[str]:
        async with self._session.get(url) as response:
            tree = etree.fromstring(await response.read())  # CNC108
        return tree.xpath("//entry/text()")

    async def links(self, text: str) -> list[str]:
        return [link.get("href") for link in fromstring(text).iter("a")]  # CNC108
