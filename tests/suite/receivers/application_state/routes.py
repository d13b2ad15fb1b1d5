"""Routes in a module that never sees the application itself."""
from fastapi import APIRouter, Request, WebSocket

router = APIRouter()


@router.get("/posts")
async def posts(request: Request, words: str):
    return request.app.state.search(words)  # CNC102


@router.get("/cached")
async def cached(request: Request, key: str):
    if request.app.state.limit < 1 or request.app.state.unheard_of.get(key):
        return None
    return request.app.state.redis.get(key)  # CNC105


@router.get("/proxied")
async def proxied(request: Request, url: str):
    answer = await request.app.state.client.get(url)
    return answer.json()


@router.websocket("/live")
async def live(socket: WebSocket) -> None:
    await socket.accept()
    socket.app.state.redis.publish("live", "joined")  # CNC105
