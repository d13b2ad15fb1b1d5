"""Layers of helpers above one file that is read, and one request that is made."""
from pathlib import Path

import requests


def token() -> str:
    return Path("/run/token").read_text()


def header() -> str:
    return token()


def headers() -> dict[str, str]:
    return {"Authorization": header()}


def prepared(url: str) -> tuple[str, dict[str, str]]:
    return url, headers()


def signed(url: str) -> tuple[str, dict[str, str]]:
    return prepared(url)


def fetched(url: str) -> str:
    return requests.get(url, timeout=5).text
