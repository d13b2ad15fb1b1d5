"""A request that waits for a result by its id."""
from celery.result import AsyncResult
from fastapi import FastAPI
app = FastAPI()
@app.get("/results/{task_id}")
async def result(task_id: str):
    return {"value": AsyncResult(task_id).get(timeout=30)}  # CNC122
