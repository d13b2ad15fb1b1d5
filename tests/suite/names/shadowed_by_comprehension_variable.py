"""Inside the comprehension `requests` is the loop's own variable, a dictionary."""
import requests

DEFAULT_HEADERS = requests.utils.default_headers()


async def paths(batches: list[dict[str, str]]) -> list[str]:
    return [requests.get("path", "/") for requests in batches]
