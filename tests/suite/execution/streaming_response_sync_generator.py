"""Starlette iterates a sync generator in its thread pool; calling it only creates it."""
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


def lines(path: str):
    with open(path, "rb") as log:
        yield from log


@app.get("/logs/{day}")
async def download_log(day: str):
    return StreamingResponse(lines(f"/logs/{day}.log"), media_type="text/plain")
