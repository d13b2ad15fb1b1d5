"""Clients travel in a dataclass, a named tuple, a typed dict and a pydantic model."""
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Optional, TypedDict

import boto3
import requests
from pydantic import BaseModel, ConfigDict
from pymongo import MongoClient


@dataclass
class Deps:
    http: requests.Session
    mongo: MongoClient = field(default_factory=MongoClient)
    bucket: Optional[str] = None


class Pair(NamedTuple):
    http: requests.Session
    name: str


class State(TypedDict, total=False):
    http: requests.Session


class Model(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    http: requests.Session
    extra: dict[str, Any] = {}


async def of_dataclass(deps: Deps) -> list:
    deps.http.get("https://x")  # CNC102
    return deps.mongo.app.users.find_one({"id": 1})  # CNC105


async def of_tuple(pair: Pair) -> bytes:
    http, name = pair
    return http.get(name).content  # CNC102


async def of_typed_dict(state: State) -> bytes:
    return state["http"].get("https://x").content  # CNC102


async def of_model(model: Model) -> bytes:
    return model.http.get("https://x").content  # CNC102


async def of_nothing(deps: Deps) -> str | None:
    return deps.bucket
