"""A pydantic model reads a file and asks a service when it is made."""
import asyncio
from pathlib import Path
from typing import Any

import requests
import yaml
from pydantic import BaseModel, field_validator, model_validator


class Prompts(BaseModel):
    path: Path
    texts: dict[str, str] = {}

    def model_post_init(self, context: Any) -> None:
        self.texts = yaml.safe_load(self.path.read_text())


class Endpoint(BaseModel):
    url: str

    @field_validator("url")
    @classmethod
    def reachable(cls, value: str) -> str:
        requests.head(value).raise_for_status()
        return value


class Pair(BaseModel):
    left: str
    right: str

    @model_validator(mode="after")
    def stored(self) -> "Pair":
        Path("/data/pair").write_text(self.left + self.right)
        return self


async def prompts() -> Prompts:
    return Prompts(path=Path("prompts.yaml"))  # CNC103


async def endpoint(url: str) -> Endpoint:
    return Endpoint(url=url)  # CNC102


async def pair() -> Pair:
    return Pair(left="a", right="b")  # CNC103


async def endpoint_elsewhere(url: str) -> Endpoint:
    return await asyncio.to_thread(Endpoint, url=url)
