"""A script's coroutine blocks at its own line; the sync code around `asyncio.run` does not."""
import asyncio
import sys
import urllib.request


async def main(url: str) -> int:
    body = urllib.request.urlopen(url).read()  # CNC102
    await asyncio.sleep(0)
    return len(body)


if __name__ == "__main__":
    print(asyncio.run(main(sys.argv[1])))
