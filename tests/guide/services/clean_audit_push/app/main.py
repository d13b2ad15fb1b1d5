from anyio import to_thread
from fastapi import FastAPI
from app.events import Bus, Changed
from app.subscribers.push import router
api = FastAPI()
api.include_router(router)
bus = Bus("audit")
@api.post("/tables/{table}", status_code=201)
async def change(table: str, event_id: str):
    event = Changed(event_id=event_id, table=table)
    await to_thread.run_sync(bus.publish, "changes", event)
    return event
