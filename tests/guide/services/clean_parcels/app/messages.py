from aiokafka import AIOKafkaProducer
from opentelemetry.propagate import inject
from pydantic import BaseModel
class ParcelMoved(BaseModel):
    event_id: str
    parcel: int
    place: str
async def publish(producer: AIOKafkaProducer, topic: str, message: BaseModel) -> None:
    carrier: dict[str, str] = {}
    inject(carrier)
    await producer.send_and_wait(
        topic, message.model_dump_json().encode(), headers=[(name, text.encode()) for name, text in carrier.items()]
    )
