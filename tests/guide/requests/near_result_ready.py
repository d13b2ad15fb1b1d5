"""Asking without waiting."""
from celery.result import AsyncResult
from flask import Flask
app = Flask(__name__)
@app.get("/results/<task_id>")
def result(task_id):
    found = AsyncResult(task_id)
    return {"state": found.state, "ready": found.ready()}
