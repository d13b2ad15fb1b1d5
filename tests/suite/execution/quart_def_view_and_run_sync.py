"""Quart runs a `def` view in a thread, and `run_sync` does the same by hand."""
import requests
from quart import Quart
from quart.utils import run_sync

app = Quart(__name__)


def exchange_rate(pair: str) -> str:
    return requests.get(f"https://fx.example.com/{pair}").text


@app.get("/rate/<pair>")
def rate(pair: str) -> str:
    return exchange_rate(pair)


@app.get("/rate/<pair>/async")
async def rate_async(pair: str) -> str:
    return await run_sync(exchange_rate)(pair)
