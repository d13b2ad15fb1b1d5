"""An upload is copied to disk and hashed: in one go, in chunks between awaits, and by a helper."""
import asyncio
import hashlib
import shutil
from pathlib import Path

from fastapi import APIRouter, UploadFile

router = APIRouter()


def checksum(path: Path) -> str:
    digest = hashlib.md5()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(8192), b""):
            digest.update(chunk)
    return digest.hexdigest()


@router.post("/upload")
async def upload(file: UploadFile) -> str:
    target = Path("/data") / (file.filename or "x")
    with open(target, "wb") as out:  # CNC103
        shutil.copyfileobj(file.file, out)  # CNC103
    return checksum(target)  # CNC103


@router.post("/upload/chunks")
async def upload_in_chunks(file: UploadFile) -> None:
    with open("/data/x", "wb") as out:  # CNC103
        while chunk := await file.read(1 << 20):
            out.write(chunk)


def save(upload: UploadFile, target: Path) -> None:
    with target.open("wb") as out:
        shutil.copyfileobj(upload.file, out)


@router.post("/upload/elsewhere")
async def upload_elsewhere(file: UploadFile) -> str:
    target = Path("/data") / (file.filename or "x")
    await asyncio.to_thread(save, file, target)
    return await asyncio.to_thread(checksum, target)
