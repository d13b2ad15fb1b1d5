"""A notifier posts to a webhook: by function, by class, and below a route that handles an error."""
import os

import requests
from fastapi import FastAPI, Request
from slack_sdk.webhook import WebhookClient

app = FastAPI()
URL = os.environ.get("SLACK_WEBHOOK")


class Notifier:
    def __init__(self, url: str | None) -> None:
        self.url = url

    async def send(self, text: str) -> None:
        if self.url:
            requests.post(self.url, json={"text": text}, timeout=5)  # CNC102


def alert(text: str) -> None:
    WebhookClient(URL).send(text=text)


@app.exception_handler(ValueError)
async def on_error(request: Request, error: ValueError) -> None:
    alert(str(error))  # CNC102
    await Notifier(URL).send(str(error))
