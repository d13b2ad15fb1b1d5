"""An attribute that does not exist falls to `__getattr__`, which looks it up over HTTP."""
import requests


class RemoteConfig:
    def __init__(self, base: str) -> None:
        self.base = base

    def __getattr__(self, name: str) -> str:
        return requests.get(f"{self.base}/{name}").text


async def region(config: RemoteConfig) -> str:
    return config.default_region  # CNC102
