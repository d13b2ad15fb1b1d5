"""FastAPI runs a sync background task in its thread pool after the response."""
from fastapi import BackgroundTasks, FastAPI
from starlette.background import BackgroundTask
from starlette.responses import JSONResponse

import requests

app = FastAPI()


def send_receipt(order_id: int) -> None:
    requests.post("https://mail.example.com/receipts", json={"order": order_id})


@app.post("/orders/{order_id}/pay")
async def pay(order_id: int, tasks: BackgroundTasks):
    tasks.add_task(send_receipt, order_id)
    return {"paid": order_id}


@app.post("/orders/{order_id}/refund")
async def refund(order_id: int):
    return JSONResponse({"refunded": order_id}, background=BackgroundTask(send_receipt, order_id))
