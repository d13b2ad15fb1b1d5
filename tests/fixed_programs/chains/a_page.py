# offload: asyncio anyio
import urllib.request

from served import URL


async def main():
    return urllib.request.urlopen(URL + "/a").read().decode().upper()
