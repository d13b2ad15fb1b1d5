"""The route's parameter gets what the dependency function returns: a sync Redis client."""
import redis
from fastapi import Depends, FastAPI

app = FastAPI()


def get_cache():
    return redis.Redis(host="cache", decode_responses=True)


@app.get("/motd")
async def message_of_the_day(cache=Depends(get_cache)):
    return {"motd": cache.get("motd")}  # CNC105
