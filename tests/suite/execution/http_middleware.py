"""An HTTP middleware runs on the loop around every request."""
from fastapi import FastAPI, Request

import redis

app = FastAPI()
limits = redis.Redis()


@app.middleware("http")
async def rate_limit(request: Request, call_next):
    count = limits.incr(request.client.host)  # CNC105
    response = await call_next(request)
    response.headers["X-Count"] = str(count)
    return response
