"""Every member of the union is a synchronous client, so the call blocks whichever it is."""
from typing import Union

import httpx
import requests


async def fetch_terms(client: Union[requests.Session, httpx.Client]) -> str:
    return client.get("https://legal.example.com/terms").text  # CNC102
