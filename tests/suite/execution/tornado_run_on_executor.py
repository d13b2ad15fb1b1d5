"""`@run_on_executor` moves the blocking method of the handler to a thread."""
from concurrent.futures import ThreadPoolExecutor

import requests
import tornado.web
from tornado.concurrent import run_on_executor


class ImageHandler(tornado.web.RequestHandler):
    executor = ThreadPoolExecutor(max_workers=8)

    @run_on_executor
    def fetch(self, url: str) -> bytes:
        return requests.get(url).content

    async def get(self) -> None:
        self.write(await self.fetch(self.get_argument("url")))
