# offload: asyncio anyio
import urllib.request

from served import URL


def fetch(path):
    return urllib.request.urlopen(URL + path).read()


async def main():
    return [fetch(p) for p in ("/a", "/b")], {p: fetch(p) for p in ("/c",)}
