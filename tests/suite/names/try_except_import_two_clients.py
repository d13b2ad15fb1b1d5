"""Both the preferred and the fallback library are synchronous HTTP clients under one name."""
try:
    import httpx as client_lib
except ImportError:
    import requests as client_lib


async def ping_webhook(url: str) -> int:
    return client_lib.post(url, json={"ping": True}).status_code  # CNC102
