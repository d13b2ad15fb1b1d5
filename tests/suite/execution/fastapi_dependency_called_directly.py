"""The same function is no dependency where the coroutine calls it itself."""
from fastapi import Depends, FastAPI

import requests

app = FastAPI()


def exchange_rates() -> dict:
    return requests.get("https://fx.example.com/latest").json()


@app.get("/rates")
async def rates(rates: dict = Depends(exchange_rates)):
    return rates


@app.websocket("/rates/live")
async def live_rates(websocket):
    await websocket.accept()
    await websocket.send_json(exchange_rates())  # CNC102
