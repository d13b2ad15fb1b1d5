"""Handlers made by a function use what the top of the module passes to it."""

from fastapi import APIRouter
import requests


def make_router(model, service):
    router = APIRouter()

    @router.get("/")
    async def index():
        return requests.get(model)  # CNC102

    @router.post("/")
    async def create():
        return service.save()  # CNC103

    return router


class FileService:
    def save(self):
        with open("x", "w") as f:
            f.write("y")


router = make_router("https://x", FileService())
