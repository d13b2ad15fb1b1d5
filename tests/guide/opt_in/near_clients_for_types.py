"""Clients that are named in annotations, caught, or asked for their release."""
import sqlite3
from typing import TYPE_CHECKING
import requests
from httpx import AsyncClient
if TYPE_CHECKING:
    from httpx import Client
    import psycopg2
async def load(client: "AsyncClient | Client", url: str):
    try:
        return await client.get(url)
    except requests.RequestException:
        return sqlite3.sqlite_version
