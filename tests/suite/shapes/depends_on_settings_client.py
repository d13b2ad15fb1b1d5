"""Dependencies: a class with a client, a cached getter, an attribute of the application's state."""
import asyncio
from functools import lru_cache
from typing import Annotated

import boto3
from fastapi import Depends, FastAPI, Request
from supabase import Client, create_client


class Settings:
    bucket = "files"


@lru_cache
def get_settings() -> Settings:
    return Settings()


@lru_cache(maxsize=1)
def get_supabase() -> Client:
    return create_client("https://x", "key")


class Files:
    def __init__(self, settings: Annotated[Settings, Depends(get_settings)]) -> None:
        self.settings = settings
        self.s3 = boto3.resource("s3")

    def put(self, name: str, data: bytes) -> None:
        self.s3.Object(self.settings.bucket, name).put(Body=data)


app = FastAPI()
app.state.files = Files(get_settings())


@app.post("/a")
async def put(name: str, files: Annotated[Files, Depends()]) -> None:
    files.put(name, b"")  # CNC107


@app.post("/b")
async def put_elsewhere(name: str, files: Annotated[Files, Depends()]) -> None:
    await asyncio.to_thread(files.put, name, b"")


@app.get("/c")
async def rows(database: Annotated[Client, Depends(get_supabase)]) -> list:
    return database.table("rows").select("*").execute().data  # CNC102


@app.post("/d")
async def put_by_state(request: Request, name: str) -> None:
    files: Files = request.app.state.files
    files.put(name, b"")  # CNC107
