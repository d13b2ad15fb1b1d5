"""The task goes to the thread pool, but its argument is fetched while the route runs."""
from fastapi import BackgroundTasks, FastAPI

import redis

app = FastAPI()
cache = redis.Redis()


def log_visit(user: bytes) -> None:
    cache.rpush("visits", user)


@app.get("/hello")
async def hello(token: str, tasks: BackgroundTasks):
    tasks.add_task(log_visit, cache.get(token))  # CNC105
    return {"hello": "world"}
