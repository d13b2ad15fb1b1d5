"""What the application keeps for its handlers is set where it starts, and used where requests are answered."""
import httpx
import redis
from fastapi import FastAPI

from application_state.routes import router
from application_state.search import engine_for


async def lifespan(app):
    app.state.redis = redis.Redis()
    app.state.client = httpx.AsyncClient()
    app.state.search = engine_for("posts")
    yield


app = FastAPI(lifespan=lifespan)
app.state.limit = 10
app.include_router(router)


@app.get("/health")
async def health() -> bool:
    return app.state.redis.ping()  # CNC105
