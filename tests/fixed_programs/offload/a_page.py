# offload: asyncio anyio
import urllib.request

from served import URL


def fetch(path, *, tail=""):
    return urllib.request.urlopen(URL + path + tail).read()


async def main():
    return fetch("/a", tail="b")
