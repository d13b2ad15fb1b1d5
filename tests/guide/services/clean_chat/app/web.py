from contextlib import asynccontextmanager
import anyio.to_thread
import redis.asyncio as redis
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
from app.limits import THREADS
from app.messages import Said, say
client = redis.Redis(host="redis")
@asynccontextmanager
async def lifespan(application):
    limiter = anyio.to_thread.current_default_thread_limiter()
    limiter.total_tokens = THREADS
    yield
    await client.aclose()
async def post(request):
    message = Said.model_validate_json(await request.body())
    await say(client, message)
    return JSONResponse({"id": message.event_id}, status_code=202)
application = Starlette(routes=[Route("/rooms", post, methods=["POST"])], lifespan=lifespan)
