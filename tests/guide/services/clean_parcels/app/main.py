from contextlib import asynccontextmanager
import anyio
import anyio.to_thread
import httpx
from aiokafka import AIOKafkaProducer
from fastapi import FastAPI, HTTPException, Request
from app.messages import ParcelMoved, publish
from app.tasks import label
@asynccontextmanager
async def lifespan(application: FastAPI):
    anyio.to_thread.current_default_thread_limiter().total_tokens = 16
    application.state.producer = AIOKafkaProducer(bootstrap_servers="kafka:9092")
    await application.state.producer.start()
    yield
    await application.state.producer.stop()
api = FastAPI(lifespan=lifespan)
@api.post("/parcels/{parcel}/label", status_code=202)
async def create_label(parcel: int, request_id: str):
    task = await anyio.to_thread.run_sync(label.delay, parcel, request_id)
    return {"task": task.id}
@api.post("/parcels/{parcel}/moves", status_code=201)
async def move(parcel: int, event_id: str, place: str, request: Request):
    event = ParcelMoved(event_id=event_id, parcel=parcel, place=place)
    await publish(request.app.state.producer, "parcels.moved", event)
    return event
@api.get("/parcels/{parcel}/weather")
async def weather(parcel: int):
    async with httpx.AsyncClient(timeout=2) as client:
        answer = await client.get("https://weather.example")
    if answer.status_code == 404:
        raise HTTPException(404)
    return answer.json()
