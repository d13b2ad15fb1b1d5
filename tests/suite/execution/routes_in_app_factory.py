"""The route is a coroutine nested in a sync factory; the factory itself runs before the loop."""
import time
from pathlib import Path

from fastapi import FastAPI


def create_app() -> FastAPI:
    title = Path("TITLE").read_text()
    app = FastAPI(title=title)

    @app.get("/slow")
    async def slow() -> dict:
        time.sleep(0.4)  # CNC101
        return {"title": title}

    return app
