import anyio
from fastapi import FastAPI, Header

from app.tasks import build

api = FastAPI()


@api.post("/reports/{report_id}", status_code=202)
async def create(report_id: int, idempotency_key: str = Header()):
    task = await anyio.to_thread.run_sync(build.delay, report_id, idempotency_key)
    return {"task": task.id}
