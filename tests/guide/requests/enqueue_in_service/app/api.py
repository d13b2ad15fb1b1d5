"""The task is queued in a service, and the answer holds its id."""
from fastapi import FastAPI, Response
from app.service import start
app = FastAPI()
@app.post("/reports")
def create(number: int):
    return {"task": start(number)}  # CNC121
@app.post("/accepted", status_code=202)
def accepted(number: int):
    return {"task": start(number)}
@app.post("/set")
def set_in_body(number: int, response: Response):
    task = start(number)
    response.status_code = 202
    return {"task": task}
