from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.routes import accounts, catalog, orders, webhooks
from app.services.price_feed import feed


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    feed.start()
    yield


app = FastAPI(title="Shop", lifespan=lifespan)
for module in (accounts, catalog, orders, webhooks):
    app.include_router(module.router)


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}
