"""A method of the application base class submits what it is given to its executor."""
import asyncio
import requests
from concurrent.futures import ThreadPoolExecutor


class Service:
    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=4)

    async def _off(self, function, *args):
        return await asyncio.get_running_loop().run_in_executor(self._executor, function, *args)


class Invoices(Service):
    def _download(self, number: int) -> bytes:
        return requests.get(f"https://invoices.example.com/{number}.pdf").content

    async def pdf(self, number: int) -> bytes:
        return await self._off(self._download, number)
