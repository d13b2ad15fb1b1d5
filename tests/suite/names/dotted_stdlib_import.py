"""`import urllib.request` binds `urllib`; opening a URL through the dotted name is blocking HTTP."""
import urllib.request


async def robots_txt(host: str) -> bytes:
    return urllib.request.urlopen(f"https://{host}/robots.txt").read()  # CNC102
