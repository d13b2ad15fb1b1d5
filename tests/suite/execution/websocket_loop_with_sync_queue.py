"""A websocket handler waits on a thread-safe queue between two awaits."""
import queue

from fastapi import FastAPI, WebSocket

app = FastAPI()
ticks: "queue.Queue[str]" = queue.Queue()


@app.websocket("/ticks")
async def stream(websocket: WebSocket):
    await websocket.accept()
    while True:
        tick = ticks.get()  # CNC106
        await websocket.send_text(tick)
