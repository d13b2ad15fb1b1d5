"""Both arms of the conditional expression are synchronous sessions."""
import requests

shared = requests.Session()


async def probe(url: str, isolated: bool) -> int:
    session = requests.Session() if isolated else shared
    return session.head(url).status_code  # CNC102
