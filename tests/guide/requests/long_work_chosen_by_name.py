"""A handler answers for the work that it asks for by name, and not for what the same registry holds beside it."""
import subprocess

from fastapi import APIRouter

router = APIRouter()


def conversions():
    async def convert(name):
        subprocess.run(["ffmpeg", "-i", name, "out.mp4"])

    return {"convert": convert}


def lookups(store):
    async def look_up(name):
        await store.find(name)

    return {"look-up": look_up}


class Workflows:
    def register(self, kind, store):
        if kind == "conversion":
            self.conversions = conversions()
        else:
            self.lookups = lookups(store)

    async def run(self, workflow: str, parameters: dict):
        if workflow in self.conversions:
            await self.conversions[workflow](parameters.get("name"))
        elif workflow in self.lookups:
            await self.lookups[workflow](parameters.get("name"))


workflows = Workflows()


@router.get("/films/{name}")
async def look_up(name: str):
    await workflows.run("look-up", {"name": name})
    return {}


@router.post("/films/{name}")
async def convert(name: str):
    await workflows.run("convert", {"name": name})  # CNC120
    return {}


@router.post("/films/{name}/{workflow}")
async def any_of_them(name: str, workflow: str):
    await workflows.run(workflow, {"name": name})  # CNC120
    return {}
