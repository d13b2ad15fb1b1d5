"""`__getattr__` runs only for missing names; `base` is set in the constructor."""
import requests


class RemoteConfig:
    def __init__(self, base: str) -> None:
        self.base = base

    def __getattr__(self, name: str) -> str:
        return requests.get(f"{self.base}/{name}").text


async def config_origin(config: RemoteConfig) -> str:
    return config.base
