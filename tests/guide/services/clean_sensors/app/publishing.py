from nats.js import JetStreamContext
from pydantic import BaseModel
from app.tracing import outgoing
class Publisher:
    def __init__(self, stream: JetStreamContext) -> None:
        self._stream = stream
    async def emit(self, subject: str, message: BaseModel, key: str, context=None) -> None:
        headers = outgoing({"Nats-Msg-Id": key}, context)
        await self._stream.publish(subject, message.model_dump_json().encode(), headers=headers)
