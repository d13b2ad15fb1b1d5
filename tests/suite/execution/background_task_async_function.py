"""An `async def` background task runs on the loop, and this one posts with requests."""
from fastapi import BackgroundTasks, FastAPI

import requests

app = FastAPI()


async def notify_partner(order_id: int) -> None:
    requests.post("https://partner.example.com/orders", json={"id": order_id})  # CNC102


@app.post("/orders/{order_id}")
async def create(order_id: int, tasks: BackgroundTasks):
    tasks.add_task(notify_partner, order_id)
    return {"id": order_id}
