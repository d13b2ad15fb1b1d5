"""A task that is queued by its name."""
from celery import Celery
from fastapi import FastAPI
app = FastAPI()
queue = Celery("shop", broker="redis://redis:6379/0")
@app.post("/build")
def start():
    return {"task": queue.send_task("shop.build").id}  # CNC121
