"""Properties load what they give from files and services, also through getattr with a literal name."""
import json
from functools import cached_property
from pathlib import Path

import requests


class Profile:
    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def settings(self) -> dict:
        return json.loads(self._path.read_text())

    @cached_property
    def remote(self) -> dict:
        return requests.get("https://x").json()

    @property
    def name(self) -> str:
        return self._path.stem

    def fetch(self) -> bytes:
        return requests.get("https://x").content


async def settings(profile: Profile) -> dict:
    return profile.settings  # CNC103


async def remote(profile: Profile) -> dict:
    return profile.remote["a"]  # CNC102


async def name(profile: Profile) -> str:
    return profile.name


async def by_literal(profile: Profile) -> bytes:
    fetch = getattr(profile, "fetch")
    return fetch()  # CNC102


async def by_literal_property(profile: Profile) -> dict:
    return getattr(profile, "settings", {})  # CNC103


async def by_literal_name(profile: Profile) -> str:
    return getattr(profile, "name")
