"""An async generator is iterated on the loop, so opening the file there blocks."""
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


async def chunks(path: str):
    with open(path, "rb") as video:  # CNC103
        while block := video.read(65536):
            yield block


@app.get("/videos/{name}")
async def stream_video(name: str):
    return StreamingResponse(chunks(f"/videos/{name}"))
