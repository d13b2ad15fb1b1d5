"""Exceptions, status codes and value objects of blocking libraries do no I/O."""
import asyncio
import sqlite3

import requests


async def safe(job) -> str:
    try:
        await asyncio.to_thread(job)
    except requests.RequestException as error:
        return f"{requests.codes.teapot}: {error}"
    except sqlite3.OperationalError:
        return sqlite3.sqlite_version
    return requests.Request("GET", "https://example.com").method
