"""`any` pulls the items of the generator expression inline, one request per item."""
import requests


def is_up(host: str) -> bool:
    return requests.head(f"https://{host}/").ok


async def some_mirror_up(hosts: list[str]) -> bool:
    return any(is_up(host) for host in hosts)  # CNC102
