import asyncio

from fastapi import APIRouter

from .providers import STORAGE

router = APIRouter()


@router.post("/files")
async def upload(name: str) -> str:
    return STORAGE.put(name, "/tmp/x")  # CNC103 CNC107


@router.post("/files/later")
async def upload_elsewhere(name: str) -> str:
    return await asyncio.to_thread(STORAGE.put, name, "/tmp/x")


@router.get("/files/{name}")
async def link(name: str) -> str:
    return STORAGE.url(name)
