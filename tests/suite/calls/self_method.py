"""A coroutine method calls a sync method of the same object, which posts with requests."""
import requests


class SlackNotifier:
    def __init__(self, hook: str) -> None:
        self.hook = hook

    def _post(self, text: str) -> None:
        requests.post(self.hook, json={"text": text})

    async def deployed(self, version: str) -> None:
        self._post(f"deployed {version}")  # CNC102
