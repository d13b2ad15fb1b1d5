"""Work that is five calls away, in a plain handler and in a coroutine."""
from fastapi import BackgroundTasks, FastAPI
from app.reports import Reports
app = FastAPI()
reports = Reports()
@app.post("/a")
def plain(number: int):
    return reports.make(number)  # CNC120
@app.post("/c")
def background(number: int, tasks: BackgroundTasks):
    tasks.add_task(reports.make, number)  # CNC120
    return {}
