"""Threads that only wait for servers, in a project that has the other client."""
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
import boto3  # CNC113
import httpx
import requests  # CNC113
async def one(url):
    async with httpx.AsyncClient() as client:
        return (await client.get(url)).text
class Fetcher:
    def fetch(self, url):
        return requests.get(url, timeout=5).text
    def all(self, urls):
        with ThreadPoolExecutor(4) as pool:
            return list(pool.map(self.fetch, urls))  # CNC406
def imapped(urls):
    with ThreadPool(4) as pool:
        return list(pool.imap_unordered(httpx.get, urls))  # CNC406
def read(paths):
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(open, paths))
