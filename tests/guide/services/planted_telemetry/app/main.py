from fastapi import FastAPI, WebSocket
from app.live import watch
api = FastAPI()
@api.websocket("/live")
async def live(websocket: WebSocket) -> None:
    await websocket.accept()
    await watch(websocket)
